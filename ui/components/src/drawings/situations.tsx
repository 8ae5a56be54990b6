import type { ReactNode } from 'react'

/** Drawings of life situations, on a field of 120 × 84; `light` is the one warm spot that each has. */
export const situationDrawings = {
  'birth-of-a-child': (
    <>
      <circle className="light" cx="88" cy="17" r="6" />
      <path
        d="M88 5v2.5M88 26.500v2.500M76 17h2.500M97.500 17h2.500M79.500 8.500l1.800 1.800M94.700 23.700l1.800 1.800M96.500 8.500l-1.800 1.800M81.300 23.700l-1.800 1.800"
        className="warm"
      />
      <path className="fill" d="M26 42h68l-6.200 22.200A5 5 0 0 1 83 68H37a5 5 0 0 1-4.800-3.800z" />
      <path d="M22 70c24 9 52 9 76 0" />
      <path className="fill" d="M26 42c0-17 11-28 27-28v28" />
      <path d="M35 24c5 2.500 11 3.500 18 3.500M28.500 32c7 2.500 15 3 24.500 3" />
      <circle className="fill" cx="64" cy="36" r="9" />
      <path d="M61 35v.01M67 35v.01M61.500 39.200c1.600 1.300 3.400 1.300 5 0M64 27c0-2.600 2.600-3.400 4-2" />
      <path className="fill" d="M54 49c6-7 30-8 38-1l-4.500 16a5 5 0 0 1-4.700 3.600H40z" />
      <path d="M60 58h.01M72 55h.01M80 60h.01M66 63h.01M52 63h.01" />
    </>
  ),
  home: (
    <>
      <circle className="light" cx="24" cy="20" r="7" />
      <path d="M10 72h100" />
      <path className="fill" d="M38 38v34h48V38" />
      <path d="M30 44 62 16l32 28" />
      <path className="fill" d="M78 30V18h7v18" />
      <path className="fill" d="M55 72V54h14v18M66 63v.01" />
      <path d="M44 50h6v7h-6zM76 50h5v7h-5z" />
      <path className="green" d="M20 72V58M20 60c-7 0-9-6-7-11 1.500-4 5-6 7-9 2 3 5.500 5 7 9 2 5 0 11-7 11z" />
      <path className="green" d="M98 72c0-5 3-8 8-8M98 72c0-4-2-6-5-6" />
    </>
  ),
  'road-accident': (
    <>
      <path d="M8 70h104" />
      <path
        className="fill"
        d="M16 62v-9a5 5 0 0 1 4-5l8-2 9-12a5 5 0 0 1 4-2h20a6 6 0 0 1 4.500 2L76 46l8 3a5 5 0 0 1 3.500 5v8z"
      />
      <path d="M33 46h37M52 32v14M38 46l6-9M22 54h4M81 55h3" />
      <circle className="fill" cx="33" cy="63" r="8" />
      <circle className="fill" cx="72" cy="63" r="8" />
      <path d="M33 63h.01M72 63h.01" />
      <path
        className="light"
        d="M103 35.500 112.500 52a2 2 0 0 1-1.700 3H92.200a2 2 0 0 1-1.700-3L100 35.500a1.700 1.700 0 0 1 3 0z"
      />
      <path d="M101.500 42v6M101.500 51v.01" className="on-light" />
      <path d="M92 22l-4 6M101 20v7M110 22l4 5" className="warm" />
    </>
  ),
  'opening-a-business': (
    <>
      <path d="M10 72h100" />
      <path className="fill" d="M26 38v34h68V38" />
      <path
        className="fill"
        d="M22 28l6-12h64l6 12v4a7.600 7.600 0 0 1-15.200 0 7.600 7.600 0 0 1-15.200 0 7.600 7.600 0 0 1-15.200 0 7.600 7.600 0 0 1-15.200 0 7.600 7.600 0 0 1-15.200 0z"
      />
      <path d="M37.200 32V28l4-12M52.400 32V28l2-12M67.600 32V28l-2-12M82.800 32V28l-4-12M22 28h76" />
      <path d="M34 48h24v15H34z" />
      <path className="fill" d="M68 72V48h17v24M81 60v.01" />
      <circle className="light" cx="46" cy="57" r="3.500" />
      <path d="M46 53.500V52M40 63c0-4 12-4 12 0" />
      <path
        className="green"
        d="M100 72v-6M100 66c-4 0-5-4-3.500-7 .8-1.800 2.500-3 3.500-5 1 2 2.700 3.200 3.500 5 1.500 3 .5 7-3.500 7z"
      />
    </>
  ),
  school: (
    <>
      <path d="M14 72h92" />
      <circle className="light" cx="92" cy="22" r="7" />
      <path className="fill" d="M44 32c0-12 7-18 16-18s16 6 16 18v36a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4z" />
      <path d="M54 14v-3a6 6 0 0 1 12 0v3" />
      <path className="fill" d="M50 46h20v14a3 3 0 0 1-3 3H53a3 3 0 0 1-3-3zM50 51h20M58 51v3h4v-3" />
      <path d="M50 30h20" />
      <path className="fill" d="M44 42h-4a4 4 0 0 0-4 4v16a4 4 0 0 0 4 4h4M76 42h4a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4h-4" />
      <path className="green" d="M22 72V44l4-7 4 7v28M22 50h8" />
    </>
  ),
  marriage: (
    <>
      <circle className="light" cx="60" cy="14" r="4" />
      <path d="M60 4v3M50.500 7l2 2M69.500 7l-2 2" className="warm" />
      <circle className="fill" cx="48" cy="49" r="22" />
      <circle cx="48" cy="49" r="17.500" />
      <circle cx="72" cy="49" r="22" />
      <circle cx="72" cy="49" r="17.500" />
      <path className="fill" d="M54 21l6 7 6-7-2.500-4h-7zM54 21h12" />
    </>
  ),
  'loss-of-a-job': (
    <>
      <path d="M10 72h100" />
      <circle className="light" cx="92" cy="26" r="8" />
      <path d="M92 12v-3M106 26h3M82 16l-2-2M102 16l2-2" className="warm" />
      <path className="fill" d="M24 36h48a5 5 0 0 1 5 5v26a5 5 0 0 1-5 5H24a5 5 0 0 1-5-5V41a5 5 0 0 1 5-5z" />
      <path d="M38 36v-5a5 5 0 0 1 5-5h10a5 5 0 0 1 5 5v5M19 50c18 8 40 8 58 0M45 52v5h6v-5" />
      <path d="M88 62h18M99 55l7 7-7 7" />
    </>
  ),
  illness: (
    <>
      <path
        className="fill"
        d="M60 68C40 54 28 43 28 30c0-9 7-16 15.500-16 7 0 12.500 4 16.500 11 4-7 9.500-11 16.500-11C85 14 92 21 92 30c0 13-12 24-32 38z"
      />
      <path d="M14 42h26l6-12 9 24 7-17 4 5h14" />
      <circle className="light" cx="84" cy="42" r="4.500" />
    </>
  ),
  retirement: (
    <>
      <path d="M10 72h100" />
      <circle className="light" cx="36" cy="24" r="9" />
      <path d="M12 24h5M55 24h5M36 5v-1M20 11l2 2M52 11l-2 2" className="warm" />
      <path className="fill" d="M40 46h44v8H40zM36 58h52" />
      <path d="M42 54v18M82 54v18M36 58h52v4H36z" />
      <path className="green" d="M98 72V44M98 48c-9 0-12-7-9-14 2-5 6-8 9-13 3 5 7 8 9 13 3 7 0 14-9 14z" />
    </>
  ),
  'death-of-a-relative': (
    <>
      <path d="M24 72h72" />
      <path className="fill" d="M52 38h16v34H52z" />
      <path d="M52 48c4 3 6-2 9 0s4 3 7 1M60 38v-6" />
      <path
        className="light"
        d="M60 30c-5 0-7-4-5.500-8 1.200-3 4.500-5 5.500-9 1 4 4.300 6 5.500 9 1.500 4-.5 8-5.500 8z"
      />
      <path
        className="green"
        d="M78 72c0-14 6-20 12-26M84 56c-5-1-7-5-6-9 4 0 7 4 6 9zM87 51c0-5 3-8 8-8 0 5-3 8-8 8zM80 64c5 1 8-1 9-5-4-1-8 1-9 5z"
      />
    </>
  ),
  'lost-documents': (
    <>
      <path className="fill" d="M22 28h58a5 5 0 0 1 5 5v32a5 5 0 0 1-5 5H22a5 5 0 0 1-5-5V33a5 5 0 0 1 5-5z" />
      <circle cx="36" cy="45" r="6" />
      <path d="M26 61c0-6 4-9 10-9s10 3 10 9M54 42h20M54 50h20M54 58h12" />
      <circle className="fill" cx="88" cy="28" r="15" />
      <path d="M99 39l10 11" />
      <path d="M83.500 25c0-6 9-6 9 0 0 4-4.500 4-4.500 7" />
      <circle className="light" cx="88" cy="36.500" r="2" />
    </>
  ),
  moving: (
    <>
      <path d="M8 70h104" />
      <path className="fill" d="M14 30h50v34H14zM64 42h18l12 12v10H64z" />
      <path d="M72 48h8l7 7H72zM14 42h50M34 30v12h10V30" />
      <circle className="fill" cx="30" cy="66" r="7.500" />
      <circle className="fill" cx="78" cy="66" r="7.500" />
      <circle className="light" cx="98" cy="22" r="7" />
      <path d="M98 9V7M111 22h2M85 22h-2M107 13l1.500-1.500M89 13l-1.500-1.500" className="warm" />
    </>
  ),
} satisfies Record<string, ReactNode>

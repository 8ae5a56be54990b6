import { subscriber } from '@tereze/foundation-operations'
import { publicationSettled } from '../contract/index.ts'
import { updateBase } from '../store/drafts.ts'
import { holdPublication, updateSettled } from '../store/publications.ts'

/** The platform published a request, or refused to: the request says so, and its draft goes on from what is published. */
export const onPublicationSettled = subscriber({
  name: 'studio.on-publication-settled',
  on: [publicationSettled],
  tenant: ({ data }) => data.organisation,
  async react({ time, data: { publication, published, problems } }, { tx }) {
    const row = await holdPublication(tx, publication)
    if (row === null) return
    await updateSettled(tx, publication, { published, problems, now: new Date(time) })
    const { version, hash, revision } = row
    if (published) await updateBase(tx, row.draft, { version, hash, revision })
  },
})

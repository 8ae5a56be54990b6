/** What of the surroundings a bench is given: nothing by which it could reach what the node reaches. */
const given = ['TZ', 'LANG', 'LC_ALL', 'PATH', 'SystemRoot'] as const
/** Arguments of the node that would give the bench its variables again, or take its debugger's port. */
const kept = (argument: string) => !/^--(env-file|inspect|debug|watch)/.test(argument)

/**
 * How the process of a bench is begun: what it tells was written by others, so neither the database nor the keys of the node are told to it,
 * and what it writes meanwhile lies in its folder, which goes with it.
 * @param megabytes that it may use.
 */
export function benchProcess(
  folder: string,
  megabytes: number,
  node: { readonly env: Readonly<Record<string, string | undefined>>; readonly execArgv: readonly string[] },
): { readonly env: Record<string, string>; readonly execArgv: string[] } {
  const passed = given.flatMap(name => {
    const value = node.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    env: { ...Object.fromEntries(passed), TMPDIR: folder, TMP: folder, TEMP: folder },
    execArgv: [...node.execArgv.filter(kept), `--max-old-space-size=${megabytes}`],
  }
}

const guid = (object: number) => `00000000-0000-4000-8000-${String(object).padStart(12, '0')}`
const thing = (object: number, more: string) =>
  `ID="${object}" OBJECTID="${object}" OBJECTGUID="${guid(object)}" CHANGEID="1" OPERTYPEID="10" PREVID="0" NEXTID="0" UPDATEDATE="2024-01-01" STARTDATE="2024-01-01" ENDDATE="2079-06-06" ISACTUAL="1" ISACTIVE="1" ${more}`
const file = (root: string, lines: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${lines.join('\n')}\n</${root}>`

/** An element of AS_ADDR_OBJ. */
export const object = (id: number, level: number, type: string, name: string) =>
  `<OBJECT ${thing(id, `NAME="${name}" TYPENAME="${type}" LEVEL="${level}"`)} />`
/** An element of AS_HOUSES. */
export const house = (id: number, numbers: string) => `<HOUSE ${thing(id, numbers)} />`
/** An element of AS_APARTMENTS. */
export const flat = (id: number, number: string) => `<APARTMENT ${thing(id, `NUMBER="${number}" APARTTYPE="2"`)} />`
/** An element of AS_ADM_HIERARCHY or AS_MUN_HIERARCHY. */
export const link = (id: number, parent: number, oktmo = '') =>
  `<ITEM ${thing(id, `PARENTOBJID="${parent}" ${oktmo === '' ? '' : `OKTMO="${oktmo}"`} PATH="x"`)} />`

/** A delivery of a made-up region, file by file; every second one is read in the wrong order on purpose. */
export const delivery = {
  AS_HOUSES: file('HOUSES', [
    house(40, 'HOUSENUM="5" HOUSETYPE="2" ADDNUM1="2" ADDTYPE1="1"'),
    house(41, 'HOUSENUM="7А" HOUSETYPE="2"'),
  ]),
  AS_ADDR_OBJ: file('ADDRESSOBJECTS', [
    object(1, 1, 'край', 'Выдуманный'),
    object(2, 5, 'г', 'Придумск'),
    object(3, 8, 'ул', 'Садовая'),
    object(4, 2, 'р-н', 'Сказочный'),
  ]),
  AS_ADM_HIERARCHY: file('ITEMS', [link(1, 0), link(2, 1), link(3, 2), link(40, 3), link(41, 3), link(50, 40)]),
  AS_MUN_HIERARCHY: file('ITEMS', [link(1, 0, '98000000'), link(4, 1, '98600000'), link(2, 4, '98604101')]),
  AS_APARTMENTS: file('APARTMENTS', [flat(50, '12')]),
  AS_HOUSES_PARAMS: file('PARAMS', [
    '<PARAM ID="1" OBJECTID="40" CHANGEID="1" CHANGEIDEND="0" TYPEID="5" VALUE="000100" UPDATEDATE="2024-01-01" STARTDATE="2024-01-01" ENDDATE="2079-06-06" />',
    '<PARAM ID="2" OBJECTID="40" CHANGEID="1" CHANGEIDEND="2" TYPEID="5" VALUE="000099" UPDATEDATE="2020-01-01" STARTDATE="2020-01-01" ENDDATE="2023-12-31" />',
  ]),
  AS_HOUSE_TYPES: file('HOUSETYPES', [
    '<HOUSETYPE ID="1" NAME="Корпус" SHORTNAME="к" DESC="" ISACTIVE="true" UPDATEDATE="2024-01-01" STARTDATE="2024-01-01" ENDDATE="2079-06-06" />',
    '<HOUSETYPE ID="2" NAME="Дом" SHORTNAME="д" DESC="" ISACTIVE="true" UPDATEDATE="2024-01-01" STARTDATE="2024-01-01" ENDDATE="2079-06-06" />',
  ]),
  AS_OBJECT_LEVELS: file('OBJECTLEVELS', [
    '<OBJECTLEVEL LEVEL="8" NAME="Элемент улично-дорожной сети" UPDATEDATE="2024-01-01" STARTDATE="2024-01-01" ENDDATE="2079-06-06" ISACTIVE="true" />',
  ]),
} as const

/** What came after: the street has another name, a house is gone, another one is new. */
export const changes = {
  AS_ADDR_OBJ: file('ADDRESSOBJECTS', [
    object(3, 8, 'ул', 'Садовая').replace('ISACTIVE="1"', 'ISACTIVE="0"').replace('ID="3"', 'ID="300"'),
    object(3, 8, 'ул', 'Вишнёвая'),
  ]),
  AS_HOUSES: file('HOUSES', [
    house(41, 'HOUSENUM="7А" HOUSETYPE="2"')
      .replace('2079-06-06', '2024-12-31')
      .replace('ISACTIVE="1"', 'ISACTIVE="0"'),
    house(42, 'HOUSENUM="9"'),
    house(43, 'HOUSENUM="11"'),
  ]),
  AS_ADM_HIERARCHY: file('ITEMS', [link(42, 3), link(43, 777)]),
} as const

/**
 * Which columns of a table of contacts may come in: those for a name, an organization, a role, an email
 * address and a telephone number. One column each, the most telling; every other is left out. Headings
 * are those of Google, Outlook, CiviCRM, Action Network and plain tables in three languages; a person
 * can choose others.
 */
import { folded } from '../../clean.ts';

export const columnUses = [
  'name',
  'given',
  'family',
  'organization',
  'role',
  'email',
  'phone',
] as const;
export type ColumnUse = (typeof columnUses)[number];

/** For each use the number of its column, counted from 0; null for none. */
export type Mapping = Readonly<Record<ColumnUse, number | null>>;

/** Headings in the form of `headingKey`, the most telling first. */
const headings: Readonly<Record<ColumnUse, readonly string[]>> = {
  name: [
    'display name',
    'full name',
    'file as',
    'name',
    'contact name',
    'nombre completo',
    'nombre y apellidos',
    'الاسم الكامل',
    'الاسم',
  ],
  given: [
    'first name',
    'given name',
    'firstname',
    'nombre',
    'nombres',
    'primer nombre',
    'الاسم الاول',
  ],
  family: [
    'last name',
    'family name',
    'lastname',
    'surname',
    'apellidos',
    'apellido',
    'اسم العايله',
    'الكنيه',
  ],
  organization: [
    'organization name',
    'organization 1 name',
    'current employer',
    'company',
    'company name',
    'organization',
    'organisation',
    'employer',
    'organizacion',
    'compania',
    'empresa',
    'المنظمه',
    'الموسسه',
    'الجهه',
  ],
  role: [
    'organization title',
    'organization 1 title',
    'job title',
    'title',
    'role',
    'position',
    'cargo',
    'puesto',
    'rol',
    'الدور',
    'المسمى الوظيفي',
    'الصفه',
  ],
  email: [
    'e mail 1 value',
    'e mail address',
    'email',
    'e mail',
    'email address',
    'primary email',
    'correo electronico',
    'correo',
    'direccion de correo electronico',
    'البريد الالكتروني',
    'البريد',
  ],
  phone: [
    'phone 1 value',
    'primary phone',
    'mobile phone',
    'business phone',
    'phone',
    'phone number',
    'can2 phone',
    'mobile',
    'telephone',
    'home phone',
    'telefono',
    'telefono movil',
    'celular',
    'movil',
    'الهاتف',
    'رقم الهاتف',
    'الجوال',
  ],
};

/** The heading however it is written: `Phone_Number` and `phone number` are the same. */
function headingKey(heading: string): string {
  return folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What each use is read from, going by the headings alone. */
export function proposedMapping(columns: readonly string[]): Mapping {
  const at = new Map<string, number>();
  columns.forEach((heading, column) => {
    const key = headingKey(heading);
    if (!at.has(key)) at.set(key, column);
  });
  const find = (use: ColumnUse) => {
    for (const key of headings[use]) {
      const column = at.get(headingKey(key));
      if (column !== undefined) return column;
    }
    return null;
  };
  const found = Object.fromEntries(columnUses.map((use) => [use, find(use)])) as Record<
    ColumnUse,
    number | null
  >;
  return found;
}

/** A mapping in which no column is used twice and none lies outside the table. */
export function soundMapping(mapping: Mapping, columns: number): Mapping {
  const taken = new Set<number>();
  const sound = { ...mapping } as Record<ColumnUse, number | null>;
  for (const use of columnUses) {
    const column = mapping[use];
    const isFree =
      column !== null &&
      Number.isInteger(column) &&
      column >= 0 &&
      column < columns &&
      !taken.has(column);
    if (isFree) taken.add(column);
    else sound[use] = null;
  }
  return sound;
}

/** The ways to change a partner and what is written down of it. */
import type { ContactKind, Day, Partner } from '@alongside/practice';
import type { Audience, Workspace } from '@alongside/vault';

type PartnerValues = Partial<
  Pick<Partner, 'name' | 'movement' | 'part' | 'carriedBy' | 'handedTo'>
>;

/** `audience` is for a new partner; one that is here keeps its own. */
export function writePartner(
  workspace: Workspace,
  id: string,
  values: PartnerValues,
  audience: Audience = workspace.coreTeam,
): void {
  write(workspace, 'partners', id, values, audience);
}

/** Sets fields of a record; a new one is the core team's to read unless another audience is named. */
export function write(
  workspace: Workspace,
  table: string,
  record: string,
  values: Readonly<Record<string, string | null>>,
  audience: Audience = workspace.coreTeam,
): void {
  workspace.commit(
    Object.entries(values).map(([field, value]) => ({
      table,
      record,
      field,
      value: typeof value === 'string' ? value.trim() : value,
    })),
    audience,
  );
}

/** Writes down that we were in touch. Returns the way to take it back. */
export function writeContact(
  workspace: Workspace,
  contact: { readonly partner: string; readonly kind: ContactKind; readonly on: Day },
  audience: Audience,
): () => void {
  const record = workspace.newId();
  write(workspace, 'contacts', record, contact, audience);
  return () =>
    workspace.commit([{ table: 'contacts', record, field: 'deleted', value: true }], audience);
}

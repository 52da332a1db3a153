/** A partner as it stands, what passed between us, and the ways to change it. */
import {
  askFields,
  type BetweenUs,
  betweenUs,
  type ContactKind,
  contactFields,
  type Day,
  folded,
  type Partner,
  partnerFields,
  readFields,
} from '@alongside/practice';
import type { Audience, Workspace } from '@alongside/vault';
import { useMemo } from 'react';
import { useByName } from '../../ui/by-name.ts';
import { useRecord, useTable, useWhere } from '../../ui/workspace.tsx';

export function usePartner(id: string): { partner: Partner; between: BetweenUs } | undefined {
  const record = useRecord('partners', id);
  const asks = useTable('asks');
  const contacts = useWhere('contacts', 'partner', id);
  return useMemo(() => {
    if (!record) return undefined;
    const partner = readFields(partnerFields, record);
    const name = folded(partner.name);
    const between = betweenUs(
      { id, isNamed: (other) => name !== '' && folded(other) === name },
      asks.map((ask) => readFields(askFields, ask)),
      contacts.map((contact) => readFields(contactFields, contact)),
    );
    return { partner, between };
  }, [id, record, asks, contacts]);
}

/** All partners, by name. */
export function usePartners(): readonly Partner[] {
  const records = useTable('partners');
  const byName = useByName();
  return useMemo(
    () => records.map((record) => readFields(partnerFields, record)).sort(byName),
    [records, byName],
  );
}

type PartnerValues = Partial<Pick<Partner, 'name' | 'movement' | 'part'>>;

/** `audience` is for a new partner; one that is here keeps its own. */
export function writePartner(
  workspace: Workspace,
  id: string,
  values: PartnerValues,
  audience: Audience = workspace.coreTeam,
): void {
  workspace.commit(
    Object.entries(values).map(([field, value]) => ({
      table: 'partners',
      record: id,
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
  workspace.commit(
    Object.entries(contact).map(([field, value]) => ({ table: 'contacts', record, field, value })),
    audience,
  );
  return () =>
    workspace.commit([{ table: 'contacts', record, field: 'deleted', value: true }], audience);
}

/** Partners as they stand, what passed between us, and the ways to change it. */
import {
  allOf,
  askFields,
  type BetweenUs,
  betweenUs,
  type Contact,
  type ContactKind,
  type Conversation,
  contactFields,
  conversationFields,
  type Day,
  folded,
  type Harm,
  harmFields,
  type Partner,
  type Passings,
  partnerFields,
  promiseFields,
  readFields,
  standsFor,
  type WhatItSays,
  type WorthACall,
  whatItSays,
  worthACall,
} from '@alongside/practice';
import type { Audience, StoredRecord, Workspace } from '@alongside/vault';
import { useMemo } from 'react';
import { useByName } from '../../ui/by-name.ts';
import { today } from '../../ui/days.ts';
import { useTable } from '../../ui/workspace.tsx';

/** Every partner's record, merged ones too, and which stands for which. */
export function useStands(): {
  readonly all: readonly Partner[];
  readonly stands: ReadonlyMap<string, string>;
} {
  const records = useTable('partners');
  return useMemo(() => {
    const all = records.map((record) => readFields(partnerFields, record));
    return { all, stands: standsFor(all) };
  }, [records]);
}

/** All partners, by name, each once. */
export function usePartners(): readonly Partner[] {
  const { all, stands } = useStands();
  const byName = useByName();
  return useMemo(
    () => all.filter(({ id }) => stands.get(id) === id).sort(byName),
    [all, stands, byName],
  );
}

/** Everything that passed with anybody, as far as it can be read here. */
function usePassings(): Passings & { readonly harms: readonly Harm[] } {
  const asks = useRead('asks', askFields);
  const promises = useRead('promises', promiseFields);
  const contacts = useRead('contacts', contactFields);
  const conversations = useRead('conversations', conversationFields);
  const harms = useRead('harms', harmFields);
  return useMemo(
    () => ({ asks, promises, contacts, conversations, harms }),
    [asks, promises, contacts, conversations, harms],
  );
}

/** A table's records as its fields describe them; the same array until one changes. */
export function useRead<Fields extends Parameters<typeof readFields>[0]>(
  table: string,
  fields: Fields,
): readonly ReturnType<typeof readFields<Fields>>[] {
  const records = useTable(table);
  return useMemo(
    () => records.map((record: StoredRecord) => readFields(fields, record)),
    [records, fields],
  );
}

export interface PartnerHere {
  readonly partner: Partner;
  /** Its record and those merged into it. */
  readonly ids: readonly string[];
  readonly between: BetweenUs;
  readonly says: WhatItSays;
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
  readonly harms: readonly Harm[];
}

/** The partner, under its own id or one that was merged into it. */
export function usePartner(id: string): PartnerHere | undefined {
  const { all, stands } = useStands();
  const passings = usePassings();
  return useMemo(() => {
    const shown = stands.get(id);
    const partner = all.find((one) => one.id === shown);
    return partner && partnerHere(partner, stands, passings);
  }, [id, all, stands, passings]);
}

/** Whom somebody should ring, each with its reason. */
export function useWorthACall(): readonly (WorthACall & { readonly name: string })[] {
  const partners = usePartners();
  const { stands } = useStands();
  const passings = usePassings();
  return useMemo(() => {
    const here = partners.map((partner) => partnerHere(partner, stands, passings));
    const known = here.map(({ partner, says, harms, conversations }) => ({
      id: partner.id,
      hasPart: partner.part !== null,
      says,
      harms,
      conversations,
    }));
    const names = new Map(partners.map(({ id, name }) => [id, name]));
    return worthACall(known, today()).map((one) => ({
      ...one,
      name: names.get(one.partner) ?? '',
    }));
  }, [partners, stands, passings]);
}

function partnerHere(
  partner: Partner,
  stands: ReadonlyMap<string, string>,
  passings: Passings & { readonly harms: readonly Harm[] },
): PartnerHere {
  const ids = allOf(partner.id, stands);
  const name = folded(partner.name);
  const between = betweenUs(
    {
      ids,
      isNamed: (other) => name !== '' && folded(other) === name,
      isKnown: (id) => stands.has(id),
    },
    passings,
  );
  const theirs = ({ partner: id }: { readonly partner: string | null }) =>
    id !== null && ids.includes(id);
  return {
    partner,
    ids,
    between,
    says: whatItSays(between, today()),
    contacts: passings.contacts.filter(theirs),
    conversations: passings.conversations.filter(theirs),
    harms: passings.harms.filter(theirs),
  };
}

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

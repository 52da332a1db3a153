/** Partners as they stand, what passed between us, and whom somebody should ring. */
import {
  allOf,
  asAnswered,
  askFields,
  askReplyFields,
  type BetweenUs,
  betweenUs,
  type Contact,
  type Conversation,
  contactFields,
  conversationFields,
  couldBeWorthACall,
  folded,
  type Harm,
  harmFields,
  type Partner,
  type Passings,
  partnerFields,
  passingsByPartner,
  promiseFields,
  readFields,
  standsFor,
  type WhatItSays,
  type WorthACall,
  whatItSays,
  worthACall,
} from '@alongside/practice';
import { useMemo } from 'react';
import { useByName } from './by-name.ts';
import { today } from './days.ts';
import { useRead, useTable, useWorkspace } from './workspace.tsx';

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

/**
 * What passed with anybody, as far as it can be read here. Contacts are many: those of a partner are read when
 * they are asked for.
 */
function usePassings() {
  const { tables } = useWorkspace();
  const written = useRead('asks', askFields);
  const replies = useRead('askReplies', askReplyFields);
  const asks = useMemo(() => asAnswered(written, replies), [written, replies]);
  const promises = useRead('promises', promiseFields);
  const contacts = useTable('contacts');
  const conversations = useRead('conversations', conversationFields);
  const harms = useRead('harms', harmFields);
  return useMemo(
    () => ({
      asks,
      promises,
      conversations,
      harms,
      contactsOf: (partner: string): readonly Contact[] =>
        contacts.length === 0
          ? []
          : tables
              .where('contacts', 'partner', partner)
              .map((record) => readFields(contactFields, record)),
    }),
    [asks, promises, contacts, conversations, harms, tables],
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
    return partner && partnerHere(partner, stands, byPartner(passings));
  }, [id, all, stands, passings]);
}

export interface CallToMake extends WorthACall {
  readonly name: string;
  /** Who keeps in touch with them. */
  readonly carriedBy: string | null;
}

/** Whom somebody should ring, each with its reason. */
export function useWorthACall(): readonly CallToMake[] {
  const partners = usePartners();
  const { stands } = useStands();
  const passings = usePassings();
  return useMemo(() => {
    const laidOut = byPartner(passings);
    const isWorthReading = couldBeWorthACall(passings);
    const merged = Map.groupBy(stands.keys(), (id) => stands.get(id));
    const here = partners
      .filter(({ id, name, part }) =>
        isWorthReading({ ids: merged.get(id) ?? [id], name, hasPart: part !== null }),
      )
      .map((partner) => partnerHere(partner, stands, laidOut));
    const known = here.map(({ partner, says, harms, conversations }) => ({
      id: partner.id,
      hasPart: partner.part !== null,
      says,
      harms,
      conversations,
    }));
    const byId = new Map(partners.map((partner) => [partner.id, partner]));
    return worthACall(known, today()).map((one) => ({
      ...one,
      name: byId.get(one.partner)?.name ?? '',
      carriedBy: byId.get(one.partner)?.carriedBy ?? null,
    }));
  }, [partners, stands, passings]);
}

type LaidOut = (
  ids: readonly string[],
  name: string,
) => Passings & { readonly harms: readonly Harm[] };

/** Laid out once, so that each of thousands of partners is read from what is theirs alone. */
function byPartner(passings: ReturnType<typeof usePassings>): LaidOut {
  const passingsOf = passingsByPartner(passings, passings.contactsOf);
  const harmsOf = Map.groupBy(passings.harms, ({ partner }) => partner);
  return (ids, name) => ({
    ...passingsOf(ids, name),
    harms: ids.flatMap((id) => harmsOf.get(id) ?? []),
  });
}

function partnerHere(
  partner: Partner,
  stands: ReadonlyMap<string, string>,
  laidOut: LaidOut,
): PartnerHere {
  const ids = allOf(partner.id, stands);
  const name = folded(partner.name);
  const passings = laidOut(ids, partner.name);
  const between = betweenUs(
    {
      ids,
      isNamed: (other) => name !== '' && folded(other) === name,
      isKnown: (id) => stands.has(id),
    },
    passings,
  );
  return {
    partner,
    ids,
    between,
    says: whatItSays(between, today()),
    contacts: passings.contacts,
    conversations: passings.conversations,
    harms: passings.harms,
  };
}

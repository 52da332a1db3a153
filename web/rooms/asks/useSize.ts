/** The size of an ask as it holds, why another cannot be chosen, and the standing rules that are about it. */
import {
  type Ask,
  type AskSize,
  partnerFields,
  type Rule,
  readFields,
  ruleFields,
  rulesFor,
  type SizeRefused,
  sizeOf,
  sizeRefusal,
} from '@alongside/practice';
import { useMemo } from 'react';
import { useAlsoWritten } from '../../ui/also-written.ts';
import { today } from '../../ui/days.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

export function useSize(id: string, ask: Pick<Ask, 'size'> | undefined): AskSize {
  return sizeOf(ask?.size ?? null, useAlsoWritten('asks', id, 'size'));
}

/** Why this person cannot choose a size; null for those they can. */
export function useSizeRefusals(ask: Ask, size: AskSize): (wanted: AskSize) => SizeRefused | null {
  const { tables, me } = useWorkspace();
  const rules = useRulesFor(ask).length;
  const chosenBy = tables.writtenBy('asks', ask.id, 'size')?.member ?? null;
  const asItStands = { size: ask.size === null ? null : size, chosenBy };
  return (wanted) => (wanted === size ? null : sizeRefusal(asItStands, wanted, { me, rules }));
}

/** All rules, the oldest first. */
export function useRules(): readonly Rule[] {
  const records = useTable('standingRules');
  return useMemo(() => records.map((record) => readFields(ruleFields, record)), [records]);
}

/** Rules in force that are about the ask, the closest first. */
export function useRulesFor(ask: Ask): readonly Rule[] {
  const rules = useRules();
  const records = useTable('partners');
  return useMemo(() => {
    const partners = records.map((record) => readFields(partnerFields, record));
    return rulesFor(ask, rules, partners, today());
  }, [ask, rules, records]);
}

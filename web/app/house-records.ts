/**
 * What the house itself writes down: names of people here, how the workspace counts days, the lawyer's
 * number, and a person's own settings. Each is one record of a known id.
 */
import { setFields, type Term } from '@alongside/practice';
import type { Audience, Change, StoredRecord, Tables, Value, Workspace } from '@alongside/vault';
import type { Person } from '@alongside/vault/kept';
import type { HasTerm } from '../ui/kept-for.ts';
import { only } from '../ui/only.ts';
import { useOwnRecord, writeOwn } from '../ui/own-record.ts';
import { useNames, useTogether } from '../ui/together.ts';
import { useRecord, useWorkspace } from '../ui/workspace.tsx';

/** What the workspace is called, its one time zone and week. Everyone here reads it. */
export interface Space {
  /** Empty where nobody has named it; no longer than the field that takes it. */
  readonly name: string;
  /** Opened for one campaign, beside the workspace that it was opened from. */
  readonly isCoalition: boolean;
  /** Its name, or that it is one, was last written or deleted by somebody who may be no steward. */
  readonly isDoubtful: boolean;
  readonly timeZone: string;
  readonly weekend: Weekend;
}

/** Letters of the name: it stands above every page, and anyone here can write it. */
const mostOfName = 200;

export const weekends = ['sat-sun', 'fri-sat', 'sun', 'fri'] as const;
export type Weekend = (typeof weekends)[number];

export function useSpace(): Space {
  const record = useRecord('space', only);
  const { tables } = useWorkspace();
  const people = useTogether()?.now.people;
  const written = text(record, 'timeZone');
  return {
    name: text(record, 'name').slice(0, mostOfName),
    isCoalition: record?.isCoalition === true,
    isDoubtful: people !== undefined && isSpaceDoubtful(tables, people),
    timeZone: isZone(written) ? written : Intl.DateTimeFormat().resolvedOptions().timeZone,
    weekend: weekends.find((one) => one === record?.weekend) ?? 'sat-sun',
  };
}

/** Whether what this workspace is called may be another’s word: the record deleted, or written last by no steward. */
export function isSpaceDoubtful(
  tables: Pick<Tables, 'get' | 'audienceOf' | 'writtenBy'>,
  people: readonly Pick<Person, 'id' | 'active' | 'role'>[],
): boolean {
  const isDeleted =
    tables.get('space', only) === undefined && tables.audienceOf('space', only) !== undefined;
  const isStewards = (field: string) => {
    const by = tables.writtenBy('space', only, field)?.member;
    return (
      by === undefined ||
      people.some(({ id, active, role }) => id === by && active && role === 'steward')
    );
  };
  return isDeleted || !isStewards('name') || !isStewards('isCoalition');
}

/** Whether this browser knows the zone: anyone here can write any words into the record. */
function isZone(written: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: written });
    return written !== '';
  } catch {
    return false;
  }
}

/** The number of the organization's lawyer, read by the core team. */
export function useLawyer(): string {
  return text(useRecord('emergency', only), 'lawyer');
}

/** Settings that only their owner reads. */
export function useCoverCode(): string {
  return text(useOwnRecord('ownSettings'), 'coverCode');
}

export function useMyName(): string {
  return useNames()(useWorkspace().me);
}

export function writeSpace(
  workspace: Workspace,
  space: Partial<Omit<Space, 'isDoubtful'>> & Partial<Readonly<Record<HasTerm, Term>>>,
): void {
  write(workspace, 'space', only, { ...space }, 'everyone');
}

export function writeLawyer(workspace: Workspace, lawyer: string): void {
  write(workspace, 'emergency', only, { lawyer }, workspace.coreTeam);
}

export function writeCoverCode(workspace: Workspace, coverCode: string): void {
  writeOwn(workspace, 'ownSettings', { coverCode });
}

export function writeName(workspace: Workspace, name: string): void {
  write(workspace, 'names', workspace.me, { name }, 'everyone');
}

function write(
  workspace: Workspace,
  table: string,
  record: string,
  fields: Readonly<Record<string, Value>>,
  audience: Audience,
): void {
  const changes: Change[] = setFields(table, record, fields);
  workspace.commit(changes, audience);
}

function text(record: StoredRecord | undefined, field: string): string {
  const value = record?.[field];
  return typeof value === 'string' ? value : '';
}

/** `alongside workspace add-ask --from WHO --what WHAT`: writes an ask down, for those who read asks. */
import { type AskRefused, askChanges, dayOf, whatIsWrong } from '@alongside/practice';
import type { Io } from '../io.ts';
import { inWorkspace } from './machine.ts';
import type { Asking, WorkspaceOptions } from './options.ts';

export function addAsk(options: WorkspaceOptions, io: Io, ask: Asking): Promise<number> {
  const { from = '', ask: what = '' } = options;
  const receivedOn = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const words = { from, what, text: '', mostAffected: '', theyAskedFor: '', by: '' };
  const [wrong] = whatIsWrong(words, receivedOn);
  if (wrong) {
    io.stderr(`${sentences[wrong.type]}\n`);
    return Promise.resolve(1);
  }
  return inWorkspace(options, io, ask, (workspace) => {
    if (workspace.together.get().removed) return 1;
    const record = workspace.newId();
    workspace.commit(askChanges(record, { from, what, receivedOn }), workspace.coreTeam);
    io.stdout(`${record}\n`);
    return 0;
  });
}

const sentences: Readonly<Record<AskRefused['type'], string>> = {
  FromMissing: 'Say who asks: --from WHO',
  WhatMissing: 'Say what they ask for: --what WHAT',
  LineTooLong: 'This is too long for one line.',
  MessageTooLong: 'This message is too long.',
  NotADay: 'This is no day.',
  DayIsPast: 'This day is past.',
};

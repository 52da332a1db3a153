import { createPassingWorkspace, type PassingWorkspace } from '@alongside/vault';
import { describe, expect, it } from 'vitest';
import type { KeptWorkspace, Vault } from '../open-workspace/vault.ts';
import { createMoves, type MovesContext } from './moves.ts';
import { createSessionStore } from './session.ts';

let seed = 0;
const random = (bytes: number) => {
  seed += 1;
  return new Uint8Array(bytes).fill(seed);
};
const newPassing = async (): Promise<PassingWorkspace> =>
  createPassingWorkspace({
    me: random(16).toBase64({ alphabet: 'base64url', omitPadding: true }),
    random,
    now: () => 1_800_000_000_000,
  });

function note(workspace: PassingWorkspace, table: string, words: string): string {
  const record = workspace.newId();
  workspace.commit([{ table, record, field: 'words', value: words }], workspace.coreTeam);
  return record;
}

/** A kept workspace that only knows how to be locked. */
function keptHere() {
  const heard: Parameters<KeptWorkspace['onLocked']>[0][] = [];
  const disk = { unsaved: 0 };
  const workspace = {
    kind: 'kept',
    onLocked: (listener: Parameters<KeptWorkspace['onLocked']>[0]) => {
      heard.push(listener);
      return () => {};
    },
    lock: async ({ anyway } = { anyway: false }) => {
      if (disk.unsaved > 0 && !anyway) return { type: 'NotSaved', waiting: disk.unsaved };
      for (const listener of heard) listener('asked', disk.unsaved);
      return undefined;
    },
    erase: async () => {
      for (const listener of heard) listener('erased', 0);
      return undefined;
    },
  } as Partial<KeptWorkspace> as KeptWorkspace;
  return {
    workspace,
    disk,
    lockElsewhere: () => heard.forEach((listener) => void listener('elsewhere', disk.unsaved)),
  };
}

function session(vault: Partial<Vault> = {}, context: Partial<MovesContext> = {}) {
  const store = createSessionStore();
  const names: string[] = [];
  const moves = createMoves({
    store,
    vault: async () => ({ list: async () => [], ...vault }) as Vault,
    mayHoldSomething: async () => true,
    newPassing,
    writeExample: async (workspace) => void note(workspace, 'partners', 'Invented Tenants'),
    askToStay: () => {},
    hasUnfinished: () => false,
    beforeKeep: async () => {},
    writeName: (_, name) => void names.push(name),
    vaultBeside: async () => expect.fail('another vault was connected'),
    forgetOutside: () => {},
    ...context,
  });
  return { store, moves, names };
}

describe('beginning', () => {
  it('goes to the doors where nothing is kept', async () => {
    const { store, moves } = session();
    await moves.begin();
    expect(store.get()).toEqual({ type: 'Doors' });
  });

  it('does not ask the vault where nothing can be kept', async () => {
    const { store, moves } = session(
      { list: async () => expect.fail('the vault was asked') },
      { mayHoldSomething: async () => false },
    );
    await moves.begin();
    expect(store.get()).toEqual({ type: 'Doors' });
  });

  it('goes to the lock where something is kept', async () => {
    const { store, moves } = session({ list: async () => [{ place: 'a', open: false }] });
    await moves.begin();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('goes to the lock where another tab has it open: no key passes between tabs', async () => {
    const { store, moves } = session({ list: async () => [{ place: 'a', open: true }] });
    await moves.begin();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('says why the storage could not be read', async () => {
    const { store, moves } = session({ list: async () => ({ type: 'StorageLost' }) });
    await moves.begin();
    expect(store.get()).toEqual({ type: 'Doors', refusal: { type: 'StorageLost' } });
  });
});

describe('trying with nothing kept', () => {
  it('has nothing to lose until something is written', async () => {
    const { store, moves } = session();
    await moves.begin();
    await moves.startPassing();
    expect(moves.hasUnkept()).toBe(false);
    const now = store.get();
    if (now.type === 'Passing')
      note(now.workspace as PassingWorkspace, 'asks', 'Four interpreters');
    expect(moves.hasUnkept()).toBe(true);
  });

  it('keeps everything under the name, and opens it', async () => {
    const { workspace } = keptHere();
    const asked: unknown[] = [];
    const { store, moves, names } = session({
      keep: async (options) => {
        asked.push(options.words);
        return workspace;
      },
    });
    await moves.begin();
    await moves.startPassing();
    expect(await moves.keep('Amina', 'one two three four five six')).toBeUndefined();
    expect(store.get()).toEqual({ type: 'Open', workspace });
    expect(asked).toEqual(['one two three four five six']);
    expect(names).toEqual(['Amina']);
    expect(moves.hasUnkept()).toBe(false);
  });

  it('keeps what a room has begun and not written down yet', async () => {
    const { workspace } = keptHere();
    let kept: number | undefined;
    const { moves } = session(
      {
        keep: async ({ passing }) => {
          kept = passing?.changes().length;
          return workspace;
        },
      },
      {
        hasUnfinished: () => true,
        beforeKeep: async (passing) => void note(passing, 'asks', 'Pasted, not thought through'),
      },
    );
    await moves.begin();
    await moves.startPassing();
    expect(moves.hasUnkept()).toBe(true);
    await moves.keep('Amina', 'words');
    expect(kept).toBe(1);
  });

  it('leaves everything typed where it was when keeping is refused', async () => {
    const { store, moves, names } = session({ keep: async () => ({ type: 'StorageFull' }) });
    await moves.begin();
    await moves.startPassing();
    const before = store.get();
    expect(await moves.keep('Amina', 'words')).toEqual({ type: 'StorageFull' });
    expect(store.get()).toBe(before);
    expect(names).toEqual([]);
  });
});

describe('the example', () => {
  it('takes along only what the person wrote', async () => {
    const { store, moves } = session();
    await moves.begin();
    await moves.lookAround();
    const example = store.get();
    expect(example).toMatchObject({ type: 'Passing', example: true });
    expect(moves.hasUnkept()).toBe(false);
    if (example.type !== 'Passing') return;
    const own = note(example.workspace as PassingWorkspace, 'asks', 'Rides on Friday');
    expect(moves.hasUnkept()).toBe(true);
    await moves.leaveExample(true);
    const after = store.get();
    expect(after).toMatchObject({ type: 'Passing', example: false });
    if (after.type !== 'Passing') return;
    expect(after.workspace.tables.all('asks')).toMatchObject([
      { id: own, words: 'Rides on Friday' },
    ]);
    expect(after.workspace.tables.all('partners')).toEqual([]);
    expect(after.workspace.tables.audienceOf('asks', own)).toEqual(after.workspace.coreTeam);
    expect(moves.hasUnkept()).toBe(true);
  });

  it('takes texts along with their formatting', async () => {
    const { store, moves } = session();
    await moves.begin();
    await moves.lookAround();
    const example = store.get();
    if (example.type !== 'Passing') throw new Error('the example opens');
    const own = note(example.workspace as PassingWorkspace, 'reflections', 'why');
    const typed = example.workspace.text('reflections', own, 'body', example.workspace.onlyMe);
    typed.text.insert(0, 'Because they came for us.');
    typed.text.format(0, 7, { bold: true });
    await moves.leaveExample(true);
    const after = store.get();
    if (after.type !== 'Passing') throw new Error('a first try opens');
    const kept = after.workspace.text('reflections', own, 'body', after.workspace.onlyMe);
    expect(kept.text.toDelta()).toEqual(typed.text.toDelta());
  });

  it('goes back to the doors when all is left behind', async () => {
    const { store, moves } = session();
    await moves.begin();
    await moves.lookAround();
    await moves.leaveExample(false);
    expect(store.get()).toEqual({ type: 'Doors' });
  });
});

describe('locking', () => {
  const opened = async (context: Partial<MovesContext> = {}, rests = ['a']) => {
    const here = keptHere();
    const places = new Set(rests);
    const made = session(
      {
        list: async () => [...places].map((place) => ({ place, open: false })),
        unlock: async () => here.workspace,
      },
      context,
    );
    await made.moves.begin();
    await made.moves.unlock('six words');
    return { ...made, ...here, gone: (place: string) => places.delete(place) };
  };

  it('shows the lock, and says so when someone goes somewhere risky', async () => {
    const { store, moves } = await opened();
    await moves.lock('risky');
    expect(store.get()).toEqual({ type: 'Locked', risky: true });
  });

  it('asks before changes that are not saved are lost, and one can stay', async () => {
    const { store, moves, workspace, disk } = await opened();
    disk.unsaved = 3;
    await moves.lock();
    expect(store.get()).toEqual({ type: 'Open', workspace, notSaved: 3 });
    moves.stayOpen();
    expect(store.get()).toEqual({ type: 'Open', workspace });
    await moves.lock();
    await moves.lock('anyway');
    expect(store.get()).toEqual({ type: 'Locked', risky: false, lost: 3 });
  });

  it('asks nothing of someone who goes somewhere risky, and says on the lock what was lost', async () => {
    const { store, moves, disk } = await opened();
    disk.unsaved = 1;
    await moves.lock('risky');
    expect(store.get()).toEqual({ type: 'Locked', risky: true, lost: 1 });
  });

  it('follows a lock in another tab with changes that are not saved here', async () => {
    const { store, lockElsewhere, disk } = await opened();
    disk.unsaved = 2;
    lockElsewhere();
    expect(store.get()).toEqual({ type: 'Locked', risky: false, lost: 2 });
  });

  it('follows a lock in another tab', async () => {
    const { store, lockElsewhere } = await opened();
    lockElsewhere();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('goes to the doors once the device is erased, and forgets what lay outside the seal', async () => {
    const forgotten: string[] = [];
    const forgetOutside = () => void forgotten.push('the number');
    const { store, moves, gone } = await opened({ forgetOutside });
    gone('a');
    expect(await moves.erase()).toBeUndefined();
    expect(store.get()).toEqual({ type: 'Doors' });
    expect(forgotten).toEqual(['the number']);
  });

  it('goes to the lock where another workspace rests on after the open one was erased', async () => {
    const forgetOutside = () => expect.fail('something rests here');
    const { store, moves, gone } = await opened({ forgetOutside }, ['a', 'b']);
    gone('a');
    expect(await moves.erase()).toBeUndefined();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('goes to the lock too where the open one was erased in another tab', async () => {
    const { store, workspace, gone } = await opened({}, ['a', 'b']);
    gone('a');
    await workspace.erase();
    await Promise.resolve();
    expect(store.get()).not.toMatchObject({ type: 'Open' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('erases what is sealed without its words, and begins anew', async () => {
    const erased: string[] = [];
    const { store, moves } = session({
      list: async () => [
        { place: 'a', open: false },
        { place: 'b', open: false },
      ],
      erase: async (place) => void erased.push(place),
    });
    await moves.begin();
    expect(await moves.eraseSealed()).toBeUndefined();
    expect(erased).toEqual(['a', 'b']);
    expect(store.get()).toEqual({ type: 'Doors' });
  });

  it('erases nothing by that way while a workspace is open', async () => {
    const { store, moves, workspace } = await opened();
    await moves.eraseSealed();
    expect(store.get()).toEqual({ type: 'Open', workspace });
  });

  it('hands the refusal back and stays locked when the words are wrong', async () => {
    const { store, moves } = session({
      list: async () => [{ place: 'a', open: false }],
      unlock: async () => ({ type: 'WrongWords' }),
    });
    await moves.begin();
    expect(await moves.unlock('no')).toEqual({ type: 'WrongWords' });
    expect(store.get().type).toBe('Locked');
  });
});

describe('opening another beside the open one', () => {
  const beside = (keep: Vault['keep']) => async () => ({ keep }) as Partial<Vault> as Vault;
  const opened = async (keep: Vault['keep']) => {
    const here = keptHere();
    const made = session(
      { list: async () => [{ place: 'a', open: false }], unlock: async () => here.workspace },
      { vaultBeside: beside(keep) },
    );
    await made.moves.begin();
    await made.moves.unlock('six words');
    const written: string[] = [];
    const asks = [[{ table: 'asks', record: 'A'.repeat(22), field: 'what', value: 'Pots' }]];
    const go = () =>
      made.moves.openBeside({
        name: 'Amina',
        words: 'other words',
        holds: asks,
        writeDown: () => {
          written.push('opened');
          return () => void written.push('taken back');
        },
      });
    return { ...made, ...here, written, go };
  };

  it('keeps what it holds under its own words, says so in the first, locks that, and opens the second', async () => {
    const { workspace: second } = keptHere();
    const asked: unknown[] = [];
    const { store, names, written, go } = await opened(async ({ words, passing }) => {
      asked.push(
        words,
        passing?.tables.all('asks').map(({ what }) => what),
      );
      expect(passing?.changes().map(({ audience }) => audience)).toEqual(['everyone']);
      return second;
    });
    const seen: string[] = [];
    store.subscribe(() => void seen.push(store.get().type));
    expect(await go()).toBeUndefined();
    expect(store.get()).toEqual({ type: 'Open', workspace: second, besides: true });
    // Never the lock between them, nor both.
    expect(seen).toEqual(['Open']);
    expect([asked, names, written]).toEqual([['other words', ['Pots']], ['Amina'], ['opened']]);
  });

  it('locks the second as any other', async () => {
    const { workspace: second } = keptHere();
    const { store, moves, go } = await opened(async () => second);
    await go();
    await moves.lock();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
  });

  it('leaves everything as it was where it cannot be kept', async () => {
    const { store, workspace, written, go } = await opened(async () => ({ type: 'StorageFull' }));
    expect(await go()).toEqual({ type: 'StorageFull' });
    expect(store.get()).toEqual({ type: 'Open', workspace });
    expect(written).toEqual([]);
  });

  it('takes it all back where the first cannot be saved before it is locked', async () => {
    const { workspace: second } = keptHere();
    const erased: string[] = [];
    second.onLocked((because) => void erased.push(because));
    const { store, workspace, disk, written, go } = await opened(async () => second);
    disk.unsaved = 1;
    expect(await go()).toEqual({ type: 'StorageFull' });
    expect(store.get()).toEqual({ type: 'Open', workspace });
    expect([written, erased]).toEqual([['opened', 'taken back'], ['erased']]);
  });

  it('opens nothing where the first was locked in another tab meanwhile', async () => {
    const { workspace: second } = keptHere();
    const ends: string[] = [];
    second.onLocked((because) => void ends.push(because));
    let lockFirst = () => {};
    const { store, lockElsewhere, written, go } = await opened(async () => {
      lockFirst();
      return second;
    });
    lockFirst = lockElsewhere;
    expect(await go()).toBeUndefined();
    expect(store.get()).toEqual({ type: 'Locked', risky: false });
    expect([written, ends]).toEqual([[], ['asked']]);
  });
});

/**
 * What rooms do by themselves as long as a kept workspace is open. A room's work is loaded with the first
 * record that it is about: most workspaces never need it.
 */
import type { KeptWorkspace } from '@alongside/vault/kept';
import type { Room } from '../ui/room.ts';

/** Begins, or waits until there is something to begin with; ends when the function that it gives is called. */
export function workWhileOpen(rooms: Iterable<Room>, workspace: KeptWorkspace): () => void {
  const stops = [...rooms].flatMap(({ whileOpen }) => (whileOpen ? [begin(whileOpen)] : []));
  return () => {
    for (const stop of stops) stop();
  };

  function begin({ from, load }: NonNullable<Room['whileOpen']>): () => void {
    let isOver = false;
    let isBegun = false;
    let stop: (() => void) | undefined;
    const look = () => {
      if (isBegun || from.every((table) => workspace.tables.all(table).length === 0)) return;
      isBegun = true;
      void load().then((work) => {
        if (!isOver) stop = work(workspace);
      });
    };
    const deaf = from.map((table) => workspace.tables.subscribe(table, look));
    look();
    return () => {
      isOver = true;
      for (const one of deaf) one();
      stop?.();
    };
  }
}

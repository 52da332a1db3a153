/**
 * The door between the page's half and the worker's half: messages in order, both ways. A `Worker`,
 * its global scope and a `MessagePort` all fit; `createDoors` makes a pair within one thread.
 */
export interface Door {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Ends the other side, where this side can. */
  terminate?(): void;
}

/** Two doors that lead to each other. Messages are copied, as between threads, and never answered at once. */
export function createDoors(): readonly [Door, Door] {
  let closed = false;
  const make = () => {
    const listeners: ((event: { readonly data: unknown }) => void)[] = [];
    return {
      hear(data: unknown) {
        queueMicrotask(() => {
          if (!closed) for (const listener of listeners) listener({ data });
        });
      },
      listeners,
    };
  };
  const one = make();
  const other = make();
  const door = (from: typeof one, to: typeof one): Door => ({
    postMessage: (message, transfer) => to.hear(structuredClone(message, { transfer })),
    addEventListener: (_, listener) => void from.listeners.push(listener),
    terminate: () => {
      closed = true;
    },
  });
  return [door(one, other), door(other, one)];
}

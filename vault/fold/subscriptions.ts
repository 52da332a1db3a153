/**
 * Who wants to know: listeners per table and per record, each called once per batch of changes,
 * after all of the batch is visible.
 */
export interface Subscriptions {
  subscribe(table: string, listener: () => void, record?: string): () => void;
  /** Notes that the record changed; nobody is called before `deliver`. */
  note(table: string, record: string): void;
  /** Calls each listener that is due once. What one throws is thrown on after all were called. */
  deliver(): void;
}

interface Listeners {
  readonly whole: Set<Subscription>;
  readonly byRecord: Map<string, Set<Subscription>>;
}

/** An object of its own, so that one function subscribed twice is called for each. */
interface Subscription {
  readonly listener: () => void;
}

export function createSubscriptions(): Subscriptions {
  const tables = new Map<string, Listeners>();
  const due = new Set<Subscription>();

  return {
    subscribe(table, listener, record) {
      let listeners = tables.get(table);
      if (!listeners) {
        listeners = { whole: new Set(), byRecord: new Map() };
        tables.set(table, listeners);
      }
      const { whole, byRecord } = listeners;
      const subscription: Subscription = { listener };
      if (record === undefined) {
        whole.add(subscription);
        return () => {
          whole.delete(subscription);
          due.delete(subscription);
        };
      }
      const ofRecord = byRecord.get(record) ?? new Set();
      byRecord.set(record, ofRecord.add(subscription));
      return () => {
        ofRecord.delete(subscription);
        due.delete(subscription);
        if (ofRecord.size === 0 && byRecord.get(record) === ofRecord) byRecord.delete(record);
      };
    },
    note(table, record) {
      const listeners = tables.get(table);
      if (!listeners) return;
      for (const subscription of listeners.whole) due.add(subscription);
      if (listeners.byRecord.size === 0) return;
      for (const subscription of listeners.byRecord.get(record) ?? []) due.add(subscription);
    },
    deliver() {
      const thrown: unknown[] = [];
      for (const subscription of due) {
        due.delete(subscription);
        try {
          subscription.listener();
        } catch (error) {
          thrown.push(error);
        }
      }
      if (thrown.length > 0) throw thrown[0];
    },
  };
}

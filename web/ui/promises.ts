/** Promises, and who looks after what: read by Asks and by Today. */
import {
  type Carried,
  carrierFields,
  type PromiseMade,
  promiseFields,
  readFields,
} from '@alongside/practice';
import { useMemo } from 'react';
import { useTable } from './workspace.tsx';

/** All of them, the oldest first. */
export function usePromises(): readonly PromiseMade[] {
  const records = useTable('promises');
  return useMemo(() => records.map((record) => readFields(promiseFields, record)), [records]);
}

const nobody: Carried = { carriedBy: null, handTo: null, handedOnBy: [] };

/** Who looks after an ask or a gathering, by its id. */
export function useCarriers(): (id: string) => Carried {
  const records = useTable('carriers');
  return useMemo(() => {
    const byId = new Map(records.map((record) => [record.id, readFields(carrierFields, record)]));
    return (id) => byId.get(id) ?? nobody;
  }, [records]);
}

/** Ids of asks and gatherings that this person is asked to look after. */
export function useOffered(me: string): readonly string[] {
  const records = useTable('carriers');
  return useMemo(
    () =>
      records
        .map((record) => readFields(carrierFields, record))
        .filter(({ handTo }) => handTo === me)
        .map(({ id }) => id),
    [records, me],
  );
}

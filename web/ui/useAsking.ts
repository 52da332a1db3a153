/** One call at a time about people: whether it is under way, and why it could not be done. */
import type { TogetherRefusal } from '@alongside/vault/kept';
import { useCallback, useState } from 'react';

export interface Asking {
  readonly working: boolean;
  readonly refusal: TogetherRefusal | undefined;
  /** Runs the call; true where it was done. */
  run(call: () => Promise<TogetherRefusal | undefined>): Promise<boolean>;
}

export function useAsking(): Asking {
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<TogetherRefusal>();
  const run = useCallback(async (call: () => Promise<TogetherRefusal | undefined>) => {
    setWorking(true);
    setRefusal(undefined);
    const refused = await call();
    setWorking(false);
    setRefusal(refused);
    return refused === undefined;
  }, []);
  return { working, refusal, run };
}

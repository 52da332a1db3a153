/** What an open workspace that a server brings together with others does about them. */
import type { Carried } from '../../checkpoint/carried.ts';
import type { Children } from '../../log/children.ts';
import type { Replica } from '../../log/types.ts';
import { createRelayChildren } from '../../sync/relay-children.ts';
import type { People } from './people/people.ts';
import type { Served } from './served.ts';
import type { Session, SessionContext } from './session-types.ts';
import type { ForPage } from './to-page.ts';

export interface Others {
  /** What can be done about them; undefined where there is no server. */
  people(): Promise<People | undefined>;
  /** The same, where it was asked for already. */
  readonly known: People | undefined;
  /** What a round leaves to be done: one's own circle, and circles that one was taken into. */
  afterReading(here: Served): Promise<void>;
  /** The workspace goes on in another stream: what belonged to the one before is made anew. */
  moved(): void;
}

export interface OthersParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly carried: Carried;
  readonly onlyMe: string;
  readonly page: ForPage;
  readonly served: () => Served | undefined;
  readonly changeChain: Session['changeChain'];
  /** The page was given tables that the log does not hold. */
  readonly moved: () => void;
}

export function createOthers(parts: OthersParts): Others {
  const { context, replica, carried, onlyMe, page } = parts;
  let people: People | undefined;

  /** Streams beside this workspace's own. */
  function childrenOf({ record, relay }: Served): Children {
    const at = { ...context.network, server: record.server };
    return createRelayChildren(at, {
      id: replica.state.stream,
      withAppendToken: (use) => relay.withAppendToken(use),
    });
  }

  return {
    get known() {
      return people;
    },
    async people() {
      const here = parts.served();
      if (people || !here) return people;
      const { createPeople } = await import('./people/people.ts');
      const children = childrenOf(here);
      const { random } = context.resting;
      const blocksOf = (erased: boolean) => async () => {
        page.handOn();
        return context.blocks(erased);
      };
      people ??= createPeople({
        context,
        server: here.record.server,
        children,
        publisher: { replica, carried, blocks: blocksOf(false), children, random },
        erasedBlocks: blocksOf(true),
        reached: () => here.stream.reached(),
        changeChain: parts.changeChain,
        tell: page.tell,
      });
      return people;
    },
    moved() {
      people = undefined;
    },
    async afterReading(here) {
      const { membership } = replica.state;
      const me = membership.members.get(replica.member);
      if (me?.active && !membership.circles.has(onlyMe)) {
        await replica.formCircle(onlyMe, [replica.member]);
      }
      if (carried.waiting.size === 0 && carried.checkpoints.length === 0) return;
      const { takeInCircles } = await import('./people/circle-parts.ts');
      for (const taken of await takeInCircles(replica, carried, childrenOf(here))) {
        page.handOn();
        context.post({ type: 'merge', ...taken });
        parts.moved();
      }
    },
  };
}

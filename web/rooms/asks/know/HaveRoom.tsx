/** *Have we room?* under an ask: in its week, or week by week for what it would take of us. */
import type { Ask, Room, RoomKnown } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { useSkills } from '../../../ui/giving.ts';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Moves } from '../../../ui/Moves.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';
import type { ChangeAsk } from '../useAsk.ts';
import { AskedToMove } from './AskedToMove.tsx';
import type { Know } from './know.ts';
import { useRoom } from './useRoom.ts';
import { WhatItTakes } from './WhatItTakes.tsx';
import { Known } from './WhatWeKnow.tsx';

interface Given {
  readonly know: Know | null;
  readonly ask: Ask;
  readonly change: ChangeAsk;
}

/** Under the first question: what we can still give in its week, or for what it would take. */
export function HaveRoom({ know, ask, change }: Given) {
  const room = useRoom(ask);
  if (!know) return null;
  return (
    <>
      {room && (ask.takesHalfDays ?? 0) > 0 ? (
        <RoomForIt room={room} ask={ask} />
      ) : (
        <RoomInItsWeek room={know.room} />
      )}
      {room && <BySkill skills={room.skills} />}
      <WhatItTakes ask={ask} change={change} />
    </>
  );
}

function RoomInItsWeek({ room }: { readonly room: RoomKnown }) {
  const sayDay = useSayDay();
  const from = room.type === 'week' ? sayDay(room.from) : '';
  const [free, over] =
    room.type === 'week' ? [sayHalfDays(room.free), sayHalfDays(room.over)] : ['', ''];
  return (
    <Known
      title={<Trans>Have we room?</Trans>}
      sentence={
        room.type === 'not-known' ? (
          <Trans>
            It is not known yet: it is told once five of us have said what they can give.
          </Trans>
        ) : room.type === 'too-far' ? (
          <Trans>It is more than twelve weeks away.</Trans>
        ) : room.type === 'over' ? (
          <Trans>Its day is over.</Trans>
        ) : room.over > 0 ? (
          <Trans>
            In the week of {from} we have said yes to {over} more than we have.
          </Trans>
        ) : room.free > 0 ? (
          <Trans>
            In the week of {from} about {free} of what is offered is still free.
          </Trans>
        ) : (
          <Trans>In the week of {from} all that is offered is taken.</Trans>
        )
      }
      how={<HowRoomIsKnown />}
    />
  );
}

function RoomForIt({ room, ask }: { readonly room: Room; readonly ask: Ask }) {
  return (
    <>
      <Known
        title={<Trans>Have we room?</Trans>}
        sentence={<ForIt room={room} />}
        how={
          <>
            <HowRoomIsKnown />
            <WeekByWeek weeks={room.weeks} />
          </>
        }
      />
      <Moves level={3} moves={room.moves} said={(move) => <AskedToMove move={move} ask={ask} />} />
    </>
  );
}

function ForIt({ room: { answer, weeks } }: { readonly room: Room }) {
  if (answer === 'too-far') return <Trans>It is more than twelve weeks away.</Trans>;
  if (answer === 'not-known')
    return (
      <Trans>It is not known yet: it is told once five of us have said what they can give.</Trans>
    );
  if (answer === 'fits') return <Trans>There would be room for it in every week.</Trans>;
  const most = Math.max(...weeks.map(({ missing }) => missing));
  if (most === 0) return <Trans>There would be time, but too few of us know how.</Trans>;
  const over = sayHalfDays(most);
  return <Trans>It would be up to {over} a week more than we have.</Trans>;
}

function WeekByWeek({ weeks }: Pick<Room, 'weeks'>) {
  const sayDay = useSayDay();
  const short = weeks.filter(({ missing }) => missing > 0);
  if (short.length === 0) return null;
  return (
    <ul>
      {short.map(({ week, missing }) => {
        const [day, days] = [sayDay(week.from), sayHalfDays(missing)];
        return (
          <li key={week.from}>
            <Trans>
              In the week of {day}: {days} more than we have.
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

/** Never a name that its owner did not let be said; for who does not plan, never how many. */
function BySkill({ skills }: Pick<Room, 'skills'>) {
  const list = useSkills();
  if (skills.length === 0) return null;
  return (
    <ul className="known">
      {skills.map((each) => (
        <li key={each.skill}>
          <OwnWords>{list.find(({ id }) => id === each.skill)?.name ?? ''}</OwnWords>
          {' · '}
          <OneSkill {...each} />
        </li>
      ))}
    </ul>
  );
}

function OneSkill({ offered, missing }: Room['skills'][number]) {
  const names = useNamesJoined();
  const sayDay = useSayDay();
  if (offered.type === 'FiveOrMore') return <Trans>Five or more of us offer it.</Trans>;
  if (offered.type === 'NotTold')
    return <Trans>It is not said how many of us offer it. Those who plan know.</Trans>;
  const fewest = offered.weeks.toSorted((a, b) => a.people - b.people)[0];
  if (!fewest) return <Trans>It is more than twelve weeks away.</Trans>;
  const day = sayDay(fewest.week.from);
  const who = names(fewest.named);
  return (
    <>
      <Plural
        value={fewest.people}
        _0={`In the week of ${day} nobody can be asked.`}
        one={`In the week of ${day} one person can be asked.`}
        other={`In the week of ${day} # people can be asked.`}
      />{' '}
      {missing !== null && missing > 0 && (
        <Plural value={missing} one="One person too few." other="# people too few." />
      )}{' '}
      {fewest.named.length > 0 && <Trans>May be named: {who}.</Trans>}{' '}
      <span className="quiet">
        <Trans>Only those who plan see this.</Trans>
      </span>
    </>
  );
}

function HowRoomIsKnown() {
  return (
    <p>
      <Trans>
        From what five or more of us offered, less what we have said yes to.{' '}
        <TextLink to="/giving">What we can give</TextLink>
      </Trans>
    </p>
  );
}

/** Search over everything, opened with `/`: results while typing; arrows and Enter, or a tap. */
import type { Tables } from '@alongside/vault';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Unverified } from '../../ui/Unverified.tsx';
import { useGo } from '../../ui/where.ts';
import { useWorkspace } from '../../ui/workspace.tsx';
import { rooms } from '../rooms.ts';
import type { Finder } from './finder.ts';
import './SearchDialog.css';

export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const finder = useFinder();
  const [query, setQuery] = useState('');
  const go = useGo();
  const found = finder?.find(query) ?? [];
  const first = found[0];

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    const next: HTMLElement | undefined = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <Dialog title={<Trans>Search</Trans>} isOpen onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move focus between real links */}
      <div className="search" onKeyDown={walk}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!first) return;
            onClose();
            go(first.path);
          }}
        >
          <TextField
            label={<Trans>What are you looking for?</Trans>}
            type="search"
            value={query}
            onChange={setQuery}
            autoFocus
          />
        </form>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click too */}
        <ul
          aria-label={t`Found`}
          className="search-found"
          onClick={(event) =>
            event.target instanceof Element && event.target.closest('a') && onClose()
          }
        >
          {found.map(({ key, title, path, table, record }) => (
            <li key={key}>
              <TextLink to={path}>
                <OwnWords>{title}</OwnWords>
              </TextLink>
              {table === 'asks' && <Unverified ask={record} />}
            </li>
          ))}
        </ul>
        <p className="quiet" role="status">
          {query.trim() === '' ? (
            <Trans>Looks through everything you can read here. Nothing leaves this device.</Trans>
          ) : found.length === 0 ? (
            <Trans>Nothing here holds these words.</Trans>
          ) : (
            <Plural value={found.length} one="One found" other="# found" />
          )}
        </p>
      </div>
    </Dialog>
  );
}

/** One finder for an open workspace, made when search is first opened; it goes with the workspace. */
const finders = new WeakMap<Tables, Promise<Finder>>();

function useFinder(): Finder | undefined {
  const { tables } = useWorkspace();
  const [finder, setFinder] = useState<Finder>();
  useEffect(() => {
    let gone = false;
    const made = finders.get(tables) ?? makeFinder(tables);
    finders.set(tables, made);
    void made.then((ready) => {
      if (!gone) setFinder(ready);
    });
    return () => {
      gone = true;
    };
  }, [tables]);
  return finder;
}

async function makeFinder(tables: Tables): Promise<Finder> {
  const { createFinder } = await import('./finder.ts');
  return createFinder(
    tables,
    [...rooms.values()].flatMap((room) => room.findable),
  );
}

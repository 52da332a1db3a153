/** My notebook: *Why I do this*, pages begun, what was shared of them, and prompts to begin from. */
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { useSayDay } from '../../ui/days.ts';
import { NotHere } from '../../ui/EmptyPage.tsx';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useGo } from '../../ui/where.ts';
import { useWorkspace } from '../../ui/workspace.tsx';
import { Excerpts } from './Excerpts.tsx';
import { ownPrompts, whyPrompt } from './prompts.ts';
import { useExcerpts } from './useExcerpts.ts';
import './Notebook.css';
import { useBegin, useReflections, useStoryPrompts } from './useNotebook.ts';

export default function Notebook() {
  const { onlyMe } = useWorkspace();
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const go = useGo();
  const begin = useBegin();
  const reflections = useReflections();
  const stories = useStoryPrompts();
  const excerpts = useExcerpts();
  const why = reflections.find(({ kind }) => kind === 'why');
  const begun = new Set(reflections.map(({ prompt }) => prompt));
  const prompts = [...stories, ...ownPrompts.map((prompt) => ({ text: _(prompt), source: null }))]
    .filter(({ text }) => !begun.has(text))
    .slice(0, 8);
  return (
    <Page
      title={<Trans>A page that only I read.</Trans>}
      readers={<WhoCanRead audience={onlyMe} />}
      action={
        <Button
          kind="filled"
          onPress={() => go(`/notebook/${why?.id ?? begin('why', _(whyPrompt))}`)}
        >
          <Trans>Why I do this</Trans>
        </Button>
      }
    >
      {reflections.length > 0 && (
        <Rows>
          {reflections.map((page) => (
            <Row key={page.id}>
              <TextLink to={`/notebook/${page.id}`}>
                <OwnWords>{page.kind === 'why' ? _(whyPrompt) : page.prompt}</OwnWords>
              </TextLink>
              {page.begunOn && <p className="quiet">{sayDay(page.begunOn)}</p>}
            </Row>
          ))}
        </Rows>
      )}
      <Excerpts title={<Trans>Shared from notebooks here</Trans>} excerpts={excerpts} />
      <h2>
        <Trans>Questions to write to</Trans>
      </h2>
      <div className="prompts">
        <Rows>
          {prompts.map(({ text, source }) => (
            <Row key={text}>
              <Button
                kind="quiet"
                onPress={() => go(`/notebook/${begin('prompt', text, source ?? undefined)}`)}
              >
                <OwnWords>{text}</OwnWords>
              </Button>
              {source && (
                <p className="quiet">
                  <TextLink to={lineAddress(source)}>
                    <Trans>from a story here</Trans>
                  </TextLink>
                </p>
              )}
            </Row>
          ))}
        </Rows>
      </div>
      <NotHere />
    </Page>
  );
}

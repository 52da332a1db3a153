/** One page of the notebook: the prompt, and room to write. Every letter is kept as it is typed. A part can be shared. */
import { readFields, reflectionFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useParam } from '../../ui/where.ts';
import { useRecord } from '../../ui/workspace.tsx';
import { Excerpts } from './Excerpts.tsx';
import { whyPrompt } from './prompts.ts';
import { ShareExcerpt } from './ShareExcerpt.tsx';
import { useBody } from './useBody.ts';
import { useExcerpts } from './useExcerpts.ts';
import './Notebook.css';

export default function NotebookPage() {
  const id = useParam('page');
  const record = useRecord('reflections', id);
  const excerpts = useExcerpts(id);
  const { _ } = useLingui();
  if (!record) {
    return (
      <Page title={<Trans>This page is not here any more.</Trans>}>
        <p>
          <TextLink to="/notebook">
            <Trans>Back to my notebook</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const page = readFields(reflectionFields, record);
  return (
    <Page
      title={<OwnWords>{page.kind === 'why' ? _(whyPrompt) : page.prompt}</OwnWords>}
      readers={<WhoCanReadThis table="reflections" record={id} />}
    >
      <Body key={id} id={id} />
      <Excerpts title={<Trans>Shared from this page</Trans>} excerpts={excerpts} />
      {page.source && (
        <p className="quiet">
          <TextLink to={lineAddress(page.source)}>
            <Trans>This question is from a story here</Trans>
          </TextLink>
        </p>
      )}
    </Page>
  );
}

function Body({ id }: { readonly id: string }) {
  const body = useBody(id);
  const area = useRef<HTMLTextAreaElement>(null);
  const [sharing, setSharing] = useState<string>();
  const marked = () => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    return body.value.slice(selectionStart, selectionEnd);
  };
  return (
    <>
      <TextArea label={<Trans>What I want to remember</Trans>} rows={12} areaRef={area} {...body} />
      {body.value.trim() !== '' && (
        <div className="row">
          <Button kind="quiet" onPress={() => setSharing(marked() || body.value)}>
            <Trans>Share a part of this page</Trans>
          </Button>
        </div>
      )}
      {sharing !== undefined && (
        <ShareExcerpt page={id} words={sharing} onClose={() => setSharing(undefined)} />
      )}
    </>
  );
}

/** One page of the notebook: the prompt, and room to write. Every letter is kept as it is typed. */
import { readFields, reflectionFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useParam } from '../../ui/where.ts';
import { useRecord } from '../../ui/workspace.tsx';
import { whyPrompt } from './prompts.ts';
import { useBody } from './useBody.ts';

export default function NotebookPage() {
  const id = useParam('page');
  const record = useRecord('reflections', id);
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
  return <TextArea label={<Trans>What I want to remember</Trans>} rows={12} {...body} />;
}

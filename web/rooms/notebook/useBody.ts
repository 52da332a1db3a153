/**
 * The writing of one page, letter by letter: what changed between two states of the field goes into
 * the text as one insertion and one removal, so that two of my devices merge instead of replacing.
 */
import type { TextHandle } from '@alongside/vault';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../ui/workspace.tsx';
import { wordsChanged } from './words-changed.ts';

export function useBody(id: string): { value: string; onChange: (words: string) => void } {
  const workspace = useWorkspace();
  const [handle, setHandle] = useState<TextHandle>();
  const [value, setValue] = useState('');
  useEffect(() => {
    const opened = workspace.text('reflections', id, 'body', workspace.onlyMe);
    const show = () => setValue(opened.toString());
    show();
    setHandle(opened);
    const stop = opened.subscribe(show);
    return () => {
      stop();
      opened.close();
    };
  }, [workspace, id]);
  return {
    value,
    onChange(words) {
      setValue(words);
      if (!handle) return;
      const { at, removed, inserted } = wordsChanged(handle.toString(), words);
      const write = () => {
        if (removed > 0) handle.text.delete(at, removed);
        if (inserted !== '') handle.text.insert(at, inserted);
      };
      if (handle.text.doc) handle.text.doc.transact(write);
      else write();
    },
  };
}

/** The keys that work on every page. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Dialog } from '../../ui/Dialog.tsx';

export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const keys: readonly (readonly [string, string])[] = [
    ['/', t`Search everything`],
    ['n', t`Add something`],
    ['Ctrl Z', t`Undo what was just done`],
    ['Esc', t`Close what is open`],
    ['?', t`Show these keys`],
  ];
  return (
    <Dialog title={<Trans>Keys</Trans>} isOpen onClose={onClose}>
      <table>
        <tbody>
          {keys.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd dir="ltr">{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

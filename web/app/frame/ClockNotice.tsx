/**
 * This device's clock and the server's are far apart. Which is right, a look at the wall says: the page
 * names both, and what stays safe meanwhile. It goes by itself once they agree.
 */
import { Trans, useLingui } from '@lingui/react/macro';
import { Notice } from '../../ui/Notice.tsx';

export interface ClockNoticeProps {
  /** At one moment, ms since 1970. */
  readonly own: number;
  readonly server: number;
}

export function ClockNotice({ own, server }: ClockNoticeProps) {
  const { i18n } = useLingui();
  const said = (at: number) => i18n.date(new Date(at), { dateStyle: 'long', timeStyle: 'short' });
  const [mine, its] = [said(own), said(server)];
  return (
    <Notice kind="care" announced>
      <p>
        <Trans>
          The clock of this device says {mine}. The server’s says {its}.
        </Trans>
      </p>
      <p>
        <Trans>
          If this device’s clock is wrong, set it right in its settings. Nothing is lost: what you
          write is kept and sent all the same. Until then, do not rely on the days and reminders
          shown here.
        </Trans>
      </p>
    </Notice>
  );
}

/** What goes on in the Asks room while a workspace is open, whatever page is shown. */
import { PicksUpCalls } from './calls/PicksUpCalls.tsx';
import { Opens } from './envelopes/Opens.tsx';
import { PicksUp } from './we-ask/PicksUp.tsx';

export default function GoingOn() {
  return (
    <>
      <Opens />
      <PicksUp />
      <PicksUpCalls />
    </>
  );
}

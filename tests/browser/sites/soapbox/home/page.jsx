// Soapbox: Lexical's plain-text plugin in a form; the dialog of a reply stands over the box of the timeline.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { LexicalBox } from "../../common/lexical.jsx";
import { join, model, ready, received } from "../../common/site.js";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";
/** Only Ctrl: it does not hear the command key. */
const ctrl = (event) => event.ctrlKey;

function ComposeForm({ id, reply, onDone = () => {} }) {
  const [text, setText] = useState("");
  const [warning, setWarning] = useState("");
  const [warned, setWarned] = useState(false);
  const [mount, setMount] = useState(0);
  const now = useRef({});
  now.current = { ...now.current, warning: warned ? warning : "" };
  const parts = () => [now.current.warning, now.current.text].filter((it) => it);
  model(id, () => join(parts()));
  const empty = !(warning + text).trim();
  const submit = (event) => {
    if (!parts().join("").trim()) return;
    event?.preventDefault();
    received(join(parts()), parts());
    now.current = {};
    setText("");
    setWarning("");
    setWarned(false);
    setMount((old) => old + 1);
    onDone();
  };
  return (
    <form className="flex w-full flex-col space-y-4" onSubmit={submit}>
      {reply && (
        <div className="max-h-72 overflow-y-auto rounded-lg bg-gray-100 p-4">
          <div>Baker</div>
          <div data-markup="true"><p>{FOCAL}</p></div>
        </div>
      )}
      <div>
        <div className="relative mt-2">
          <LexicalBox
            key={mount}
            plain
            placeholder="What's on your mind?"
            sendsOn={ctrl}
            onSend={submit}
            onText={(next) => {
              now.current.text = next;
              setText(next);
            }}
          />
        </div>
        <div className={warned ? "relative" : "hidden"} style={warned ? undefined : { display: "none" }}>
          <input
            id="cw-spoiler-input"
            type="text"
            placeholder="Write your warning here"
            value={warning}
            onChange={(event) => setWarning(event.target.value)}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between">
        <button type="button" className="warn" title="Add content warning" onClick={() => setWarned(!warned)}>
          <svg viewBox="0 0 24 24"><path d="M12 2l10 20H2z" /></svg>
        </button>
        <button type="submit" className="space-x-2" data-testid="button" disabled={empty}><span>Post!</span></button>
      </div>
    </form>
  );
}

function App() {
  const [reply, setReply] = useState(false);
  return (
    <>
      <form className="search" onSubmit={(event) => event.preventDefault()}>
        <input id="search" type="text" placeholder="Search" />
      </form>
      <ComposeForm id="default" />
      <div data-testid="status">
        <div data-markup="true"><p>{FOCAL}</p></div>
        <button type="button" className="reply" title="Reply" onClick={() => setReply(true)}>
          <svg viewBox="0 0 24 24"><path d="M2 10h20v8H2z" /></svg>
        </button>
      </div>
      <div data-testid="chat"><textarea className="chat" placeholder="Type a message" /></div>
      {reply && (
        <div data-testid="modal" role="dialog"><ComposeForm id="compose-modal" reply onDone={() => setReply(false)} /></div>
      )}
    </>
  );
}

createRoot(document.getElementById("soapbox")).render(<App />);
ready();

// Slate in the dialog of Threads, whose record asks for an editable text box only.

import { useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { Node, createEditor } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { Button } from "../../common/meta.jsx";
import { model, ready, received } from "../../common/site.js";

const EMPTY = [{ type: "paragraph", children: [{ text: "" }] }];
const read = (value) => value.map((block) => Node.string(block)).join("\n");

function Dialog({ onDone }) {
  const editor = useMemo(() => withHistory(withReact(createEditor())), []);
  const [text, setText] = useState("");
  const now = useRef("");
  model("post", () => now.current);
  const change = (value) => {
    now.current = read(value);
    setText(now.current);
  };
  const post = () => {
    received(now.current);
    now.current = "";
    onDone();
  };
  return (
    <div role="dialog">
      <Button label={undefined} onPress={onDone}>Cancel</Button>
      <Slate editor={editor} initialValue={EMPTY} onChange={change}>
        <Editable placeholder="What's new?" />
      </Slate>
      <Button label={undefined} data-posts="" disabled={!text.trim()} onPress={post}><div>Post</div></Button>
    </div>
  );
}

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button label={undefined} data-opens="post" onPress={() => setOpen(true)}><div>Post</div></Button>
      {open && <Dialog onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
ready();

// A controlled Draft.js box that reports its text.

import { useEffect, useState } from "react";
import { Editor, EditorState, getDefaultKeyBinding } from "draft-js";

/** `start`: an EditorState to begin with (a site that re-mounts its composer keeps it). `sendsOn(event)`: an Enter sends. */
export function DraftBox({ start, onState, onSend, sendsOn, ...props }) {
  const [state, setState] = useState(() => start ?? EditorState.createEmpty());
  useEffect(() => {
    onState(state);
  }, [state]);
  return (
    <Editor
      editorState={state}
      onChange={setState}
      role="textbox"
      ariaMultiline={true}
      spellCheck
      keyBindingFn={(event) => (event.key === "Enter" && sendsOn(event) ? "send" : getDefaultKeyBinding(event))}
      handleKeyCommand={(command) => {
        if (command !== "send") return "not-handled";
        onSend();
        return "handled";
      }}
      {...props}
    />
  );
}

export const ctrlEnter = (event) => event.ctrlKey || event.metaKey;
export const bareEnter = (event) => !event.shiftKey;
export const text = (state) => state?.getCurrentContent().getPlainText("\n") ?? "";

// A Lexical box that reports its text, as Meta and Reddit mount it.

import { useEffect } from "react";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { OnChangePlugin } from "@lexical/react/LexicalOnChangePlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import { $getRoot, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from "lexical";

// One line a paragraph, as the sites publish it: Lexical itself puts an empty line between paragraphs.
const read = () => $getRoot().getChildren().map((block) => block.getTextContent()).join("\n");

function Enter({ onSend, sendsOn }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || !sendsOn(event)) return false;
          event.preventDefault();
          onSend();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, onSend, sendsOn],
  );
  return null;
}

/** `plain`: the plain-text plugin. Re-mount it by its key to empty it. */
export function LexicalBox({ plain, onText, onSend = () => {}, sendsOn = () => false, placeholder = "", children, ...props }) {
  const Plugin = plain ? PlainTextPlugin : RichTextPlugin;
  const config = { namespace: "site", onError: (error) => reportError(error) };
  return (
    <LexicalComposer initialConfig={config}>
      <Plugin
        contentEditable={
          <ContentEditable
            role="textbox"
            spellCheck
            aria-placeholder={placeholder}
            placeholder={<div className="ph">{placeholder}</div>}
            {...props}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <OnChangePlugin onChange={(state) => onText(state.read(read))} />
      <Enter onSend={onSend} sendsOn={sendsOn} />
      {children}
    </LexicalComposer>
  );
}

export const ctrlEnter = (event) => event.ctrlKey || event.metaKey;
export const bareEnter = (event) => !event.shiftKey;

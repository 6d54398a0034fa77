/**
 * For bash 3.2 and newer, without the package bash-completion.
 * Nothing is evaluated: what was typed and what the catalog holds stay words.
 */
export const bashScript = `# bash completion for modelforge
_modelforge() {
  local line="\${COMP_LINE:0:COMP_POINT}" words=() word blank current kept i

  # bash also splits at : and =, which refs and flags hold: what no blank parts belongs together
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    blank="\${line%%[![:space:]]*}"
    line="\${line#"$blank"}"
    # behind the cursor nothing counts
    [[ "\${line:0:\${#word}}" == "$word" ]] || word="$line"
    line="\${line#"$word"}"
    if ((i == 0)) || [[ -n "$blank" ]]; then
      words+=("$word")
    else
      words[\${#words[@]} - 1]+="$word"
    fi
  done
  current="\${words[\${#words[@]} - 1]}"

  # readline replaces only what follows the last character it splits at, unless a quote is open
  if [[ "$current" == [\\"\\']* ]]; then
    current="\${current:1}"
    kept=""
  else
    current="\${current//\\\\/}"
    for ((i = \${#current}; i > 0; i--)); do
      [[ "$COMP_WORDBREAKS" == *"\${current:i-1:1}"* ]] && break
    done
    # an @ it splits at is replaced with the rest
    ((i > 0)) && [[ "\${current:i-1:1}" == @ ]] && ((i--))
    kept="\${current:0:i}"
  fi
  words[\${#words[@]} - 1]="$current"

  COMPREPLY=()
  while IFS= read -r word; do
    if [[ "$word" == :files ]]; then
      type compopt &>/dev/null && compopt -o default
      return
    fi
    word="\${word%%$'\\t'*}"
    # a step on the way: no blank behind it
    [[ "$word" == *[/=] ]] && type compopt &>/dev/null && compopt -o nospace
    COMPREPLY+=("\${word#"$kept"}")
  done < <(command modelforge complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _modelforge modelforge
`;

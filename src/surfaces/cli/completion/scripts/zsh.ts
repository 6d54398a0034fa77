/** Works from a directory of \`$fpath\` as well as evaluated in \`.zshrc\`. */
export const zshScript = `#compdef modelforge
# zsh completion for modelforge
_modelforge() {
  local -a words_before finished steps
  local line word about
  words_before=("\${(@Q)words[2,CURRENT-1]}")
  # from here on words are data: _describe wants colons escaped, and a colon before what it is about
  for line in "\${(@f)$(command modelforge complete -- "\${words_before[@]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    word="\${line%%$'\\t'*}"
    [[ -n "$word" ]] || continue
    if [[ "$word" == :files ]]; then
      compset -P '--*='
      _files
      return
    fi
    about="\${line#*$'\\t'}"
    [[ "$about" == "$line" ]] && about=""
    if [[ "$word" == *[/=] ]]; then
      steps+=("\${word//:/\\\\:}")
    else
      finished+=("\${word//:/\\\\:}\${about:+:$about}")
    fi
  done
  _describe -t words 'modelforge' finished -- steps -S ''
}
if [[ "\${funcstack[1]}" == _modelforge ]]; then
  _modelforge "$@"
else
  (( \${+functions[compdef]} )) || { autoload -Uz compinit && compinit; }
  compdef _modelforge modelforge
fi
`;

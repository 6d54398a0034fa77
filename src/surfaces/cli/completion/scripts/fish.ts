export const fishScript = `# fish completion for modelforge
function __modelforge_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct | string replace -r '^["\\']' '')
    set -l found (command modelforge complete -- $words "$current" 2>/dev/null)
    if test "$found" = :files
        __fish_complete_path "$current"
    else if set -q found[1]
        printf '%s\\n' $found
    end
end
complete -c modelforge -e
complete -c modelforge -f -a '(__modelforge_complete)'
`;

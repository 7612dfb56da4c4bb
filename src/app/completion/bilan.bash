# Completion of bilan for bash.

_bilan_designs() {
    local data folder
    for data in . .. ../.. data; do
        for folder in "$data"/layouts/*/ "$data"/../layouts/*/; do
            [ -e "$folder/theme.yaml" ] && basename "$folder"
        done
    done 2>/dev/null
    local program
    program=$(command -v bilan) && program=$(readlink -f "$program") || return 0
    for folder in "${program%/*}"/../share/bilan/layouts/*/ "${program%/*}"/../layouts/*/; do
        [ -e "$folder/theme.yaml" ] && basename "$folder"
    done
    return 0
}

_bilan() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "build check facts new --help --version" -- "$word")
        return
    fi
    case $command:$before in
    *:-t | *:--to)
        mapfile -t COMPREPLY < <(compgen -W "pdf png svg text" -- "$word")
        return
        ;;
    check:-f | check:--format)
        mapfile -t COMPREPLY < <(compgen -W "text json sarif" -- "$word")
        return
        ;;
    facts:-f | facts:--format)
        mapfile -t COMPREPLY < <(compgen -W "csv json" -- "$word")
        return
        ;;
    *:-l | *:--layout | *:--template)
        mapfile -t COMPREPLY < <(compgen -W "$(_bilan_designs)" -- "$word")
        return
        ;;
    *:-p | *:--pages | *:-x | *:--explain)
        return
        ;;
    esac
    local options
    case $command in
    build) options="-o --output -t --to -l --layout -p --pages -n --no-attachments -h --help" ;;
    check) options="-l --layout -f --format -s --strict -x --explain -h --help" ;;
    facts) options="-l --layout -f --format -h --help" ;;
    new) options="-o --output -l --layout --from --template --schema -h --help" ;;
    esac
    case $word in
    -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
    *)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        ;;
    esac
}

complete -F _bilan bilan

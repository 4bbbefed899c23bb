#!/bin/sh
# Puts Whet into this person's menu, started from this folder; `add-to-menu.sh --remove` takes it out again.
# After the folder was moved, start it again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/whet.desktop
icon=$share/icons/hicolor/scalable/apps/whet.svg
if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon"
    echo "Whet is no longer in the menu. Its folder and your work were left as they are."
    exit 0
fi
case $here in
*[\"\`\$\\%]*)
    echo "The folder's name has a character that a menu entry cannot hold: $here. Nothing was changed; rename the folder." >&2
    exit 1
    ;;
esac
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
cp "$here/_internal/resources/icons/whet.svg" "$icon"
while IFS= read -r line; do
    case $line in
    Exec=*) printf 'Exec="%s/whet-window"\n' "$here" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$here/whet.desktop" >"$entry"
echo "Whet is in the menu."

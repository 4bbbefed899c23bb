#!/bin/sh
# Puts Whet into this person's menu, started from this folder, and opens task.toml and whet.json with it;
# `add-to-menu.sh --remove` takes both back. After the folder was moved, start it again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/whet.desktop
icon=$share/icons/hicolor/scalable/apps/whet.svg
kinds=$share/mime/packages/whet.xml
tell() {
    # Both are caches that a desktop keeps; where it has no such tool, it has no such cache either.
    if command -v update-mime-database >/dev/null && [ -d "$share/mime" ]; then update-mime-database "$share/mime" || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications" || true; fi
}
if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon" "$kinds"
    tell
    echo "Whet is no longer in the menu. Its folder and your work were left as they are."
    exit 0
fi
case $here in
*[\"\`\$\\%]*)
    echo "The folder's name has a character that a menu entry cannot hold: $here. Nothing was changed; rename the folder." >&2
    exit 1
    ;;
esac
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$kinds")"
cp "$here/_internal/resources/icons/whet.svg" "$icon"
cp "$here/whet.xml" "$kinds"
while IFS= read -r line; do
    case $line in
    Exec=*) printf 'Exec="%s/whet-window" %%f\n' "$here" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$here/whet.desktop" >"$entry"
tell
echo "Whet is in the menu."

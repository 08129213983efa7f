#!/usr/bin/env bash
# Apache 2.4 (Debian 12), with the mime.conf that Debian turns on: lib.es.js is in Spanish, app.css.br in Breton, and
# let.var.html is an error.
#
# Expected: the last ending of a name says what a file is, as with nginx, lighttpd and Caddy. A static file that can be read is
#           answered with 200.
# Observed: every part of a name behind a dot counts, wherever it stands. A module built for ES, lib.es.js, has
#           Content-Language: es; what was compressed beforehand, app.css.br, is `Content-Language: br`, text/css, and has no
#           Content-Encoding, so that a rewrite to it sends Brotli as a style sheet. `.var` anywhere makes of a page a list of
#           its variants, which it isn't: 500, and a line in the error log about its first header. /posts/let.var.html is on the
#           disk, readable, and answered by every other server.
# So:       no dots in slugs; `RemoveLanguage .br .es` and `RemoveHandler .var` where nothing is negotiated.
set -euo pipefail
command -v apache2 >/dev/null || { echo "needs apache2"; exit 2; }
modules=/usr/lib/apache2/modules
mime=/etc/apache2/mods-available/mime.conf
[ -f "$mime" ] || { echo "needs Debian's $mime"; exit 2; }
dir=$(mktemp -d)
trap 'kill "$(cat "$dir/pid")" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
apache2 -v | head -1
chmod 755 .; mkdir site
for name in let.html let.var.html lib.es.js app.css.br page.de.html; do echo "<p>$name</p>" > "site/$name"; done
cat > conf <<CONF
ServerRoot $dir
PidFile $dir/pid
Listen 127.0.0.1:18794
ServerName localhost
ErrorLog $dir/errors
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule mime_module $modules/mod_mime.so
LoadModule negotiation_module $modules/mod_negotiation.so
Include $mime
DocumentRoot $dir/site
CONF
apache2 -f "$dir/conf"
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:18794/let.html && break; sleep 0.1; done
seen=
for name in let.html let.var.html lib.es.js app.css.br page.de.html; do
  head=$(curl -s -o /dev/null -D - "http://127.0.0.1:18794/$name" | tr -d '\r')
  line="$name $(sed -n '1s/[^ ]* \([0-9]*\).*/\1/p' <<<"$head")"
  line+=" language=$(sed -n 's/^Content-Language: //p' <<<"$head") encoding=$(sed -n 's/^Content-Encoding: //p' <<<"$head")"
  echo "$line"; seen+="$line;"
done
want="let.html 200 language= encoding=;let.var.html 500 language= encoding=;lib.es.js 200 language=es encoding=;"
want+="app.css.br 200 language=br encoding=;page.de.html 200 language=de encoding=;"
[ "$seen" = "$want" ] && echo "As described." || { echo "Changed."; exit 1; }

#!/usr/bin/env bash
# Caddy 2.6.2 and Apache 2.4 (Debian 12): POST to a file of a static site is answered with 200 and the file.
#
# Expected: 405 with `Allow: GET, HEAD`, as nginx has it: nothing here takes a form, and who sends one is told so.
# Observed: Caddy's file_server looks at no method: POST, PUT, PATCH and DELETE all get 200 and the page. Apache answers POST so,
#           and PUT and DELETE with 405. A form of comments whose service has been left out, a webmention that is sent to the page
#           itself, or `curl -T` with the wrong address is a success to whoever sends it, and nothing has been kept.
# So:       `@write not method GET HEAD` with `respond @write 405` in Caddy; `<LimitExcept GET HEAD>` or AllowMethods in Apache.
set -euo pipefail
for tool in caddy apache2 nginx; do command -v "/usr/sbin/$tool" >/dev/null || command -v "$tool" >/dev/null || { echo "needs $tool"; exit 2; }; done
dir=$(mktemp -d); pids=
trap 'kill $pids "$(cat "$dir/nginx.pid")" 2>/dev/null || true; rm -rf "$dir"' EXIT; cd "$dir"
chmod 755 .; mkdir site; echo page > site/index.html; chmod -R a+rX site
cat > Caddyfile <<CONF
{
	admin off
	auto_https off
}
http://127.0.0.1:18826 {
	root * $dir/site
	file_server
}
CONF
cat > apache.conf <<CONF
ServerRoot /etc/apache2
ServerName localhost
PidFile $dir/apache.pid
ErrorLog $dir/errors
Listen 127.0.0.1:18827
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
User nobody
Group nogroup
DocumentRoot $dir/site
<Directory $dir/site>
  Require all granted
</Directory>
CONF
echo "pid $dir/nginx.pid; error_log $dir/errors; events {} http { access_log off; server { listen 127.0.0.1:18828; root $dir/site; } }" > nginx.conf
caddy version
HOME=$dir caddy run --config Caddyfile --adapter caddyfile 2>/dev/null & pids="$pids $!"
/usr/sbin/apache2 -f "$dir/apache.conf" -DFOREGROUND & pids="$pids $!"
nginx -c "$dir/nginx.conf"
for port in 18826 18827 18828; do for _ in $(seq 100); do curl -s -o /dev/null http://127.0.0.1:$port/ && break; sleep 0.1; done; done
statuses() { for method in POST PUT DELETE; do curl -s -o "$dir/answer" -w '%{http_code} ' -X $method -d x=1 "http://127.0.0.1:$1/index.html"; done; }
seen="caddy: $(statuses 18826)apache: $(statuses 18827)nginx: $(statuses 18828)"
echo "POST, PUT, DELETE: $seen"
[ "$seen" = "caddy: 200 200 200 apache: 200 405 405 nginx: 405 405 405 " ] && echo "As described." || { echo "Changed."; exit 1; }

# Confines a page's programs. As the first process of new namespaces it sets up a loopback interface, an empty /tmp and /run, and
# read-only mounts for everything but the named folders. Prints "ready", then keeps the namespaces open until it is ended.
#
# sh confine.sh SOCKETS WRITABLE... -- READABLE...
#   SOCKETS   the folder with PostgreSQL's socket, which becomes /run/postgresql; empty for none
#   WRITABLE  folders that stay writable
#   READABLE  folders in /tmp or /run that stay readable
set -e
sockets=$1
shift

mount --make-rprivate /
mount -t tmpfs tmpfs /run
mkdir /run/dev /run/keep /run/postgresql
[ -z "$sockets" ] || mount --bind "$sockets" /run/postgresql
for name in null zero full random urandom; do
  : >"/run/dev/$name"
  mount --bind "/dev/$name" "/run/dev/$name"
done
ln -s /proc/self/fd /run/dev/fd
for pair in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${pair%:*}" "/run/dev/${pair#*:}"; done
mkdir /run/dev/shm
mount -t tmpfs tmpfs /run/dev/shm
mount --rbind /run/dev /dev

number=0
for folder; do
  [ "$folder" = -- ] && continue
  number=$((number + 1))
  mkdir "/run/keep/$number"
  mount --bind "$folder" "/run/keep/$number"
done
mount -t tmpfs tmpfs /tmp
number=0
for folder; do
  [ "$folder" = -- ] && continue
  number=$((number + 1))
  mkdir -p "$folder"
  mount --bind "/run/keep/$number" "$folder"
done

isWritable() {
  point=$1
  shift
  case $point in /tmp | /proc | /dev | /dev/* | /run | /run/postgresql) return 0 ;; esac
  for folder; do
    [ "$folder" = -- ] && return 1
    [ "$folder" = "$point" ] && return 0
  done
  return 1
}
while read -r _ point _; do
  # /proc/self/mounts writes a space as \040.
  point=$(printf '%b' "$point")
  isWritable "$point" "$@" || mount -o remount,bind,ro "$point"
done </proc/self/mounts
mount --bind /proc/sys /proc/sys
mount -o remount,bind,ro /proc/sys

ip link set lo up
echo ready
exec sleep 86400

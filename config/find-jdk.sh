# Prints the home of a JDK 25 or newer, or fails. Sourced by mvnw and sluice.
jdk_is_enough() {
  [ -x "$1/bin/javac" ] || return 1
  # the file says it at once, javac takes a quarter of a second
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$major" ] || major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$major" ] && [ "$major" -ge 25 ]
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && jdk_is_enough "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

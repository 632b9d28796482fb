#include "engine/file_io.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "engine/paths.h"

namespace stet {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

Error failure(const std::string& path, std::string_view what, int code) {
  Error error;
  error.message = std::string(what) + ": " + std::generic_category().message(code);
  error.path = path;
  return error;
}

Result<std::string> read_all(int fd, const std::string& path) {
  constexpr std::size_t kChunk = 1 << 16;
  struct stat status {};
  if (::fstat(fd, &status) != 0) return failure(path, "can't read it", errno);
  if (S_ISDIR(status.st_mode)) return failure(path, "can't read it", EISDIR);
  constexpr std::size_t kMostBytes = std::size_t{4} << 30;  // and a device may never end
  const auto too_large = [&] { return failure(path, "can't read it", EFBIG); };
  if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) >= kMostBytes) return too_large();
  std::string bytes;
  // One byte more than the file has: then the read that finds its end needs no new memory.
  const std::size_t expected = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : kChunk;
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(used == 0 ? expected : used + std::max(used, kChunk));
    const ssize_t got = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(path, "can't read it", errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used >= kMostBytes) return too_large();
  }
  bytes.resize(used);
  return bytes;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<bool> write_in_place(const std::string& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0 || !write_all(file.get(), bytes)) return failure(path, "can't write it", errno);
  return true;
}

// What a chain of links ends at; the path itself when there is no such file yet.
std::string link_target(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string out(resolved);
  std::free(resolved);
  return out;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failure(path, "can't read it", errno);
  return read_all(file.get(), path);
}

Result<std::string> read_standard_input() { return read_all(STDIN_FILENO, "-"); }

Result<bool> write_atomically(const std::string& path, std::string_view bytes) {
  const std::string target = link_target(path);
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) return write_in_place(target, bytes);
  if (exists && ::access(target.c_str(), W_OK) != 0) return failure(path, "can't write it", errno);

  std::string temporary = join_path(parent_path(target), ".stet-XXXXXX");
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return failure(path, "can't write it", errno);
  // A new file gets what the user's mask leaves of 0666, as from any other program.
  mode_t mode = status.st_mode & 07777U;
  if (!exists) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode = 0666U & ~mask;
  }
  bool done = write_all(file.get(), bytes) && ::fchmod(file.get(), mode) == 0;
  if (done && exists && ::fchown(file.get(), status.st_uid, status.st_gid) != 0) {
    // Not ours to give away: a file of our own in its place is what every editor leaves, too.
  }
  done = done && ::fsync(file.get()) == 0;
  done = ::close(file.release()) == 0 && done;
  if (done && ::rename(temporary.c_str(), target.c_str()) == 0) return true;
  const int code = errno;
  ::unlink(temporary.c_str());
  return failure(path, "can't write it", code);
}

}  // namespace stet

"""Writes all generated code of accountd under OUT, as it lies in the repository. Run by Tools/generate."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import emit_c
import emit_swift
from schema import File, strings_as_bytes, with_comments_only
from wire import fields


def run(*command):
    subprocess.run([str(part) for part in command], check=True)


def read_descriptor_set(proto, temporary):
    sources = sorted(str(path.relative_to(proto)) for path in proto.rglob("*.proto"))
    target = temporary / "real.bin"
    run("protoc", "-I", proto, "-I", "/usr/include", "--include_imports", "--include_source_info",
        "--descriptor_set_out", target, *sources)
    return target.read_bytes()


def write_protobuf_c(descriptor_set, names, out, temporary):
    """protoc-c's output: headers where C looks for them, sources beside each other."""
    changed, made = temporary / "bytes.bin", temporary / "c"
    changed.write_bytes(strings_as_bytes(descriptor_set))
    made.mkdir()
    run("protoc-c", "--descriptor_set_in=%s" % changed, "--c_out=%s" % made, *names)
    for path in made.rglob("*.pb-c.?"):
        folder = out / "Sources/CMessages" / ("include" if path.suffix == ".h" else "Generated")
        target = folder / path.relative_to(made)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def main(proto, out):
    with tempfile.TemporaryDirectory() as folder:
        temporary = pathlib.Path(folder)
        descriptor_set = read_descriptor_set(proto, temporary)
        files = [File(value) for _, value in fields(descriptor_set)]
        write_protobuf_c(descriptor_set, [file.name for file in files], out, temporary)
    for file in files:
        for enum in file.enums:
            emit_swift.ENUM_ZERO[enum.full_name] = enum.cases[0][0]
    names = emit_swift.Names(files)
    c, swift = out / "Sources/CMessages", out / "Sources/Messages/Generated"
    write(c / "include/Descriptors.h", emit_c.descriptors_header(files))
    write(c / "include/DescriptorSet.h", emit_c.descriptor_set_header())
    write(c / "Generated/DescriptorSet.c", emit_c.descriptor_set_source(with_comments_only(descriptor_set)))
    ours = [file for file in files if file.package == "account.v1"]
    for file in ours:
        name = pathlib.Path(file.name).stem.capitalize()
        write(swift / (name + "Messages.swift"), emit_swift.swift_file([file], names))
    grpc = [file for file in files if file.package.startswith("grpc.")]
    write(swift / "GrpcMessages.swift", emit_swift.swift_file(grpc, names))
    google = [file for file in files if file not in ours and file not in grpc]
    write(swift / "GoogleMessages.swift", emit_swift.swift_file(google, names))
    write(swift / "Catalog.swift", emit_swift.catalog(files, names))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))

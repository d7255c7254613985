"""Makes the certificates of a test: certificates.py FOLDER. Every NAME.pem has its key in NAME.key, 0600.

certificates.py FOLDER NAME SECONDS: a further one of the client's, by the authority that lies there, for so long.
"""

import datetime
import ipaddress
import os
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

folder = sys.argv[1]
now = datetime.datetime.now(datetime.timezone.utc)
day = datetime.timedelta(days=1)


def write(name, certificate, key):
    with open(f"{folder}/{name}.pem", "wb") as file:
        file.write(certificate.public_bytes(serialization.Encoding.PEM))
    descriptor = os.open(f"{folder}/{name}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )


def make(name, issuer=None, names=(), usage=None, begin=now - day, end=now + 30 * day):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer:
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer[1].public_key()), critical=False
        )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    certificate = builder.sign(issuer[1] if issuer else key, hashes.SHA256())
    write(name, certificate, key)
    return certificate, key


server = ExtendedKeyUsageOID.SERVER_AUTH
client = ExtendedKeyUsageOID.CLIENT_AUTH
here = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
driver = [x509.UniformResourceIdentifier("spiffe://test.example/driver"), x509.DNSName("Driver.test.example")]

if len(sys.argv) > 2:
    with open(f"{folder}/ca.pem", "rb") as pem, open(f"{folder}/ca.key", "rb") as key:
        held = x509.load_pem_x509_certificate(pem.read()), serialization.load_pem_private_key(key.read(), None)
    make(sys.argv[2], held, driver, client, end=now + datetime.timedelta(seconds=int(sys.argv[3])))
    sys.exit()

authority = make("ca")
other = make("other-ca")
make("server", authority, here, server)
make("server-renewed", authority, here, server)
make("server-expired", authority, here, server, now - 9 * day, now - day)
make("server-elsewhere", authority, [x509.DNSName("elsewhere.example")], server)
make("client", authority, driver, client)
make("client-expired", authority, driver, client, now - 9 * day, now - day)
make("client-other", other, driver, client)
make("client-purpose", authority, driver, server)

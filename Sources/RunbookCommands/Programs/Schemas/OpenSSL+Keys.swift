/// Verbs of `openssl` for keys, digests and ciphers.
extension OpenSSL {
  static let dgst = """
      dgst|blake2b512|blake2s256|md5|rmd160|sha1|sha224|sha256|sha3-224|sha3-256|sha3-384|\
    sha3-512|sha384|sha512|sha512-224|sha512-256|shake128|shake256|sm3 [FILE...]
        -list
        -engine_impl
        -passin=VALUE
        -c
        -r
        -out=FILE:path
        -keyform=FORMAT
        -hex
        -binary
        -xoflen=N:integer
        -d
        -debug
        -sign=VALUE
        -verify=VALUE
        -prverify=VALUE
        -sigopt=VALUE
        -signature=FILE:path
        -hmac=VALUE
        -mac=VALUE
        -macopt=VALUE
        -fips-fingerprint
    """

  static let enc = """
      enc|aes-128-cbc|aes-128-ecb|aes-192-cbc|aes-192-ecb|aes-256-cbc|aes-256-ecb|\
    aria-128-cbc|aria-128-cfb|aria-128-cfb1|aria-128-cfb8|aria-128-ctr|aria-128-ecb|\
    aria-128-ofb|aria-192-cbc|aria-192-cfb|aria-192-cfb1|aria-192-cfb8|aria-192-ctr|\
    aria-192-ecb|aria-192-ofb|aria-256-cbc|aria-256-cfb|aria-256-cfb1|aria-256-cfb8|\
    aria-256-ctr|aria-256-ecb|aria-256-ofb|camellia-128-cbc|camellia-128-ecb|\
    camellia-192-cbc|camellia-192-ecb|camellia-256-cbc|camellia-256-ecb|des-ede|des-ede-cbc|\
    des-ede-cfb|des-ede-ofb|des-ede3|des-ede3-cbc|des-ede3-cfb|des-ede3-ofb|des3|sm4-cbc|\
    sm4-cfb|sm4-ctr|sm4-ecb|sm4-ofb
        -list
        -ciphers
        -e
        -d
        -p
        -P
        -in=FILE:path
        -k=VALUE
        -kfile=FILE:path
        -out=FILE:path
        -pass=VALUE
        -v
        -a
        -base64
        -A
        -nopad
        -salt
        -nosalt
        -debug
        -bufsize=VALUE
        -K=VALUE
        -S=VALUE
        -iv=VALUE
        -md=VALUE
        -iter=N:integer
        -pbkdf2
        -none
    """

  static let rsa = """
      rsa
        -check
        -in=VALUE
        -inform=FORMAT
        -pubin
        -RSAPublicKey_in
        -passin=VALUE
        -out=FILE:path
        -outform=FORMAT
        -pubout
        -RSAPublicKey_out
        -passout=VALUE
        -noout
        -text
        -modulus
        -traditional
        -pvk-strong
        -pvk-weak
        -pvk-none
    """

  static let ec = """
      ec
        -in=VALUE
        -inform=FORMAT
        -pubin
        -passin=VALUE
        -check
        -param_enc=VALUE
        -conv_form=VALUE
        -out=FILE:path
        -outform=FORMAT
        -noout
        -text
        -param_out
        -pubout
        -no_public
        -passout=VALUE
    """

  static let ecparam = """
      ecparam
        -list_curves
        -genkey
        -in=FILE:path
        -inform=FORMAT
        -out=FILE:path
        -outform=FORMAT
        -text
        -noout
        -param_enc=VALUE
        -check
        -check_named
        -no_seed
        -name=VALUE
        -conv_form=VALUE
    """

  static let genrsa = """
      genrsa [BITS]
        -3
        -F4
        -f4
        -out=FILE:path
        -passout=VALUE
        -primes=N:integer
        -verbose
        -traditional
    """

  static let genpkey = """
      genpkey
        -paramfile=FILE:path
        -algorithm=VALUE
        -quiet
        -pkeyopt=VALUE
        -config=FILE:path
        -out=FILE:path
        -outform=FORMAT
        -pass=VALUE
        -genparam
        -text
    """

  static let pkey = """
      pkey
        -check
        -pubcheck
        -in=VALUE
        -inform=FORMAT
        -passin=VALUE
        -pubin
        -out=FILE:path
        -outform=FORMAT
        -passout=VALUE
        -traditional
        -pubout
        -noout
        -text
        -text_pub
        -ec_conv_form=VALUE
        -ec_param_enc=VALUE
    """

  static let pkcs8 = """
      pkcs8
        -v1=VALUE
        -v2=VALUE
        -v2prf=VALUE
        -in=FILE:path
        -inform=FORMAT
        -passin=VALUE
        -nocrypt
        -out=FILE:path
        -outform=FORMAT
        -topk8
        -passout=VALUE
        -traditional
        -iter=N:integer
        -noiter
        -scrypt
        -scrypt_N=VALUE
        -scrypt_r=VALUE
        -scrypt_p=VALUE
    """

  static let passwd = """
      passwd [PASSWORD]
        -in=FILE:path
        -noverify
        -stdin
        -quiet
        -table
        -reverse
        -salt=VALUE
        -6
        -5
        -apr1
        -1
        -aixmd5
    """

  static let rand = """
      rand BYTES
        -out=FILE:path
        -base64
        -hex
    """

  static let ciphers = """
      ciphers [LIST]
        -v
        -V
        -stdname
        -convert=VALUE
        -s
        -tls1
        -tls1_1
        -tls1_2
        -tls1_3
        -psk
        -srp
        -ciphersuites=VALUE
    """

  static let version = """
      version
        -a
        -b
        -d
        -e
        -m
        -f
        -o
        -p
        -r
        -v
        -c
    """
}

using System;
using System.Net;
using System.Net.Sockets;

class OtherCases
{
    void Socket() => new TcpClient("smtp.contoso.com", 25).Dispose(); // wrong: a socket to port 25

    Uri Web() => new Uri("http://shop.contoso.com/"); // wrong: http:// (not mail)

    Uri Files() => new Uri("ftp://files.contoso.com/"); // wrong: ftp:// (not mail)

    Uri Secure() => new Uri("https://shop.contoso.com/"); // right: https://
}

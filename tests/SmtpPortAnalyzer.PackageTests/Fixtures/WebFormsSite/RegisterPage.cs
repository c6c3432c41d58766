using System;
using System.Web.UI;

namespace WebFormsSite
{
    public class RegisterPage : Page
    {
        protected void Register_Click(object sender, EventArgs e)
        {
            MailHelper.SendHtml(Request.Form["email"], "Welcome", "<p>Your account is ready.</p>");
        }
    }
}

using System.Data;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Storage;

/// <summary>Keeps an instant as ISO 8601 text in UTC with nine decimals, so that text order is time order.</summary>
public sealed class InstantHandler : SqlMapper.TypeHandler<Instant>
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'");

    public static void Register() => SqlMapper.AddTypeHandler(new InstantHandler());

    public override Instant Parse(object value) => Pattern.Parse((string)value).Value;

    public override void SetValue(IDbDataParameter parameter, Instant value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = Pattern.Format(value);
    }
}
